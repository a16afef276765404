package io.souschef.sim.behavior.run;

import io.souschef.sim.body.plan.OccupancyGrid;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Door;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.world.Pose;
import java.util.Map;
import java.util.function.Predicate;

/** The floor of a kitchen with what stands on it for good. Immutable; share it among robots. */
public final class FloorPlan {

  /** What lies lower than this is in the base's way. */
  private static final double LOW_M = 0.45;

  private final OccupancyGrid furniture;

  private FloorPlan(OccupancyGrid furniture) {
    this.furniture = furniture;
  }

  public static FloorPlan of(Kitchen kitchen) {
    OccupancyGrid grid = new OccupancyGrid(kitchen.lengthM(), kitchen.widthM());
    for (Part part : kitchen.staticParts()) {
      grid.block(part.shape(), part.pose());
    }
    return new FloorPlan(grid);
  }

  /**
   * The floor as it is now: with open doors, and with what lies on it, as a laser scanner at the
   * base sees it.
   *
   * @param ignored things that are not in the way, such as the one in the hand
   */
  public OccupancyGrid now(KitchenWorld world, Predicate<Thing> ignored) {
    OccupancyGrid grid = furniture.copy();
    for (Door door : world.doors()) {
      door.part()
          .partsAt(world.position(door))
          .forEach(part -> grid.block(part.shape(), part.pose()));
    }
    world.blocks().forEach(block -> grid.block(block.shape(), block.pose()));
    for (Thing thing : world.things()) {
      Pose pose = world.bullet().pose(thing.body());
      boolean inBin = world.placeOf(pose, Map.of()).isPresent();
      if (pose.z() < LOW_M && !inBin && !ignored.test(thing)) {
        grid.block(thing.kind().shape(), pose);
      }
    }
    return grid;
  }
}
