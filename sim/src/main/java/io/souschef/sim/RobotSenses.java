package io.souschef.sim;

import io.souschef.sim.behavior.run.Diary;
import io.souschef.sim.behavior.run.Senses;
import io.souschef.sim.behavior.run.Whereabouts;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.RobotTraits.Lens;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.perception.Camera;
import io.souschef.sim.perception.Perception;
import io.souschef.sim.perception.RayCaster;
import io.souschef.sim.perception.Sight;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.RandomStream;
import io.souschef.sim.physics.part.Spill;
import io.souschef.sim.physics.part.Thing;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The camera on the mast and the memory behind it. */
final class RobotSenses implements Senses {

  private final KitchenWorld kitchen;
  private final RobotBody robot;
  private final Diary diary;
  private final Lens lens;
  private final Perception perception;
  private final RandomStream random;
  private final double startS;

  RobotSenses(
      KitchenWorld kitchen, RobotBody robot, Diary diary, RobotTraits traits, RandomStream random) {
    this(
        kitchen,
        robot,
        diary,
        traits.lens(),
        new Perception(kitchen.kitchen(), traits.noise()),
        random,
        kitchen.bullet().timeS());
  }

  private RobotSenses(
      KitchenWorld kitchen,
      RobotBody robot,
      Diary diary,
      Lens lens,
      Perception perception,
      RandomStream random,
      double startS) {
    this.kitchen = kitchen;
    this.robot = robot;
    this.diary = diary;
    this.lens = lens;
    this.perception = perception;
    this.random = random;
    this.startS = startS;
  }

  @Override
  public Senses copyIn(KitchenWorld kitchen, RobotBody robot, Diary diary) {
    return new RobotSenses(kitchen, robot, diary, lens, perception.copy(), random.copy(), startS);
  }

  @Override
  public void look(Vec3 target) {
    Vec3 eye =
        Frames.toParent(
            robot.base().pose(), new Vec3(RobotModel.EYE_X_M, 0, RobotModel.CAMERA_HEIGHT_M));
    look(eye, target);
  }

  @Override
  public void lookFromHand(Vec3 target) {
    HandPose palm = robot.hand().backedOff(RobotModel.PALM_M);
    look(new Vec3(palm.x(), palm.y(), palm.z()), target);
  }

  private void look(Vec3 eye, Vec3 target) {
    Sight sight = new Sight(Camera.lookingAt(lens, eye, target), rays(), ownIds());
    perception.look(sight, truth(), random, timeS());
  }

  @Override
  public Observation observe() {
    return perception.observation(
        timeS(),
        robot.base().pose(),
        Whereabouts.site(kitchen.kitchen(), robot.base(), diary).map(Site::name),
        robot.held().flatMap(held -> kitchen.thing(held.body())).map(this::asIs));
  }

  private double timeS() {
    return kitchen.bullet().timeS() - startS;
  }

  private RayCaster rays() {
    return (from, to, ignored) ->
        kitchen
            .bullet()
            .rays()
            .closest(
                from.x(),
                from.y(),
                from.z(),
                to.x(),
                to.y(),
                to.z(),
                body -> ignored.contains(body.id()))
            .map(hit -> new RayCaster.Hit(hit.body().id(), hit.fraction()));
  }

  /** The robot knows its own links and looks past them. */
  private Set<String> ownIds() {
    Set<String> ids = new HashSet<>();
    robot.links().forEach(link -> ids.add(link.id()));
    robot.held().ifPresent(held -> ids.add(held.body().id()));
    return ids;
  }

  private Perception.Truth truth() {
    List<WorldObject> objects = new ArrayList<>();
    for (Thing thing : kitchen.things()) {
      objects.add(asIs(thing));
    }
    for (Spill spill : kitchen.spills()) {
      objects.add(new WorldObject(spill.id(), spill.kind(), spill.pose(), Optional.empty()));
    }
    return new Perception.Truth(
        objects, robot.held().map(held -> held.body().id()), kitchen.jointPositions());
  }

  private WorldObject asIs(Thing thing) {
    return new WorldObject(
        thing.id(), thing.kind(), kitchen.bullet().pose(thing.body()), Optional.empty());
  }
}
