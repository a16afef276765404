package io.souschef.sim;

import io.souschef.sim.body.RobotBody;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Door;
import io.souschef.sim.physics.part.Spill;
import io.souschef.sim.physics.part.Thing;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.sim.picture.SceneView;
import java.util.ArrayList;
import java.util.List;

/** Takes what a picture shows out of a running world. */
final class SceneViews {

  private SceneViews() {}

  static SceneView of(KitchenWorld world, RobotBody robot) {
    Kitchen kitchen = world.kitchen();
    List<PlacedShape> fixtures = new ArrayList<>();
    kitchen.staticParts().forEach(part -> fixtures.add(placed(part)));
    addMovingFixtures(world, fixtures);
    return new SceneView(
        kitchen.lengthM(), kitchen.widthM(), fixtures, links(world, robot), objects(world));
  }

  /** Everything but the room and what is built into it: what can move, appear and go. */
  static List<PlacedShape> moving(KitchenWorld world, RobotBody robot) {
    List<PlacedShape> shapes = new ArrayList<>(links(world, robot));
    addMovingFixtures(world, shapes);
    shapes.addAll(objects(world));
    return shapes;
  }

  private static void addMovingFixtures(KitchenWorld world, List<PlacedShape> fixtures) {
    world.blocks().forEach(block -> fixtures.add(placed(block)));
    for (Door door : world.doors()) {
      door.part().partsAt(world.position(door)).forEach(part -> fixtures.add(placed(part)));
    }
  }

  private static List<PlacedShape> links(KitchenWorld world, RobotBody robot) {
    List<PlacedShape> links = new ArrayList<>();
    for (int i = 0; i < RobotModel.LINKS.size(); i++) {
      RobotModel.Link link = RobotModel.LINKS.get(i);
      links.add(
          new PlacedShape(
              link.id(), link.shape(), world.bullet().pose(robot.links().get(i)), link.color()));
    }
    return links;
  }

  private static List<PlacedShape> objects(KitchenWorld world) {
    List<PlacedShape> objects = new ArrayList<>();
    for (Thing thing : world.things()) {
      objects.add(
          new PlacedShape(
              thing.id(),
              thing.kind().shape(),
              world.bullet().pose(thing.body()),
              thing.kind().color()));
    }
    for (Spill spill : world.spills()) {
      objects.add(
          new PlacedShape(spill.id(), spill.kind().shape(), spill.pose(), spill.kind().color()));
    }
    return objects;
  }

  private static PlacedShape placed(Part part) {
    return new PlacedShape(part.id(), part.shape(), part.pose(), part.color());
  }
}
