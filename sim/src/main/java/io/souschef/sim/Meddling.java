package io.souschef.sim;

import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.ScenePlacer;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.RandomStream;
import io.souschef.sim.physics.part.Door;
import io.souschef.sim.physics.part.Spill;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Optional;

/**
 * What a person does to the kitchen while the robot works: puts things elsewhere, opens and shuts
 * doors, spills, stands in the way. Against all physics, between two steps of the world.
 *
 * <p>Thread: the one that drives the robot.
 *
 * <p>All methods throw {@link InvalidInputException} when a name is unknown or there is no room.
 */
public final class Meddling {

  private static final double BLOCK_M = 0.4;
  private static final double HIGHEST_M = 2;
  private static final double STEP_UP_M = 0.02;
  private static final double GAP_M = 0.002;

  private final KitchenWorld kitchen;
  private final RobotBody robot;
  private final RandomStream random;

  Meddling(KitchenWorld kitchen, RobotBody robot, RandomStream random) {
    this.kitchen = kitchen;
    this.robot = robot;
    this.random = random;
  }

  /**
   * Puts a thing down at a point, upright, or above it where something else stands there; it falls
   * from there. Takes it out of the hand if it is held.
   *
   * @param at where its foot shall be, map frame, metres
   */
  public void put(String object, Vec3 at) {
    Thing thing = thing(object);
    requireInside(at);
    double yaw = kitchen.bullet().pose(thing.body()).yaw();
    double half = thing.kind().shape().zM() / 2;
    for (double z = Math.max(0, at.z()); z < HIGHEST_M; z += STEP_UP_M) {
      Pose pose = Pose.upright(at.x(), at.y(), z + half + GAP_M, yaw);
      if (kitchen
          .bullet()
          .contacts()
          .obstacle(thing.kind().shape(), pose, body -> body.equals(thing.body()))
          .isEmpty()) {
        letGo(thing);
        kitchen.bullet().place(thing.body(), pose);
        return;
      }
    }
    throw new InvalidInputException(
        String.format(
            java.util.Locale.ROOT,
            "There is no room for the %s at (%.2f, %.2f); put it elsewhere",
            object,
            at.x(),
            at.y()));
  }

  /** Takes what the robot holds out of its hand and puts it on or in a place. */
  public void takeFromHand(String place) {
    String held =
        robot
            .held()
            .map(h -> h.body().id())
            .orElseThrow(() -> new InvalidInputException("The robot's hand is empty"));
    move(held, place);
  }

  /** Puts a thing on or in a place, where there is room. */
  public void move(String object, String place) {
    Thing thing = thing(object);
    Pose pose = room(thing.kind(), place);
    letGo(thing);
    kitchen.bullet().place(thing.body(), pose);
  }

  /** Takes a thing or a spill away. */
  public void remove(String object) {
    Optional<Thing> thing = kitchen.thing(object);
    List<Spill> spilled = kitchen.spills().stream().filter(s -> s.id().equals(object)).toList();
    if (thing.isEmpty() && spilled.isEmpty()) {
      throw noThing(object);
    }
    thing.ifPresent(
        found -> {
          letGo(found);
          kitchen.remove(found);
        });
    spilled.forEach(kitchen::clean);
  }

  /** Brings a new thing, or spills something, on or in a place; returns its id. */
  public String add(String kind, String place) {
    ObjectKind known =
        kitchen
            .kitchen()
            .catalog()
            .kind(kind)
            .orElseThrow(
                () -> new InvalidInputException("There is no kind of thing called '" + kind + "'"));
    Pose pose = room(known, place);
    int number = 1;
    while (kitchen.isUsed(known.noun() + "-" + number)) {
      number++;
    }
    String id = known.noun() + "-" + number;
    kitchen.addObject(id, known, pose);
    return id;
  }

  /** Opens or shuts a door or drawer; what lies in a drawer moves along. */
  public void swing(String place, boolean open) {
    Door door =
        kitchen
            .door(place)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "There is no door or drawer called '%s'".formatted(place)));
    swing(door, open ? door.part().joint().open() : 0);
  }

  /** Puts a box on the floor that nothing can move. */
  public void block(Vec3 at) {
    requireInside(at);
    kitchen.block(at, BLOCK_M);
  }

  void swing(Door door, double position) {
    double before = kitchen.position(door);
    Joint joint = door.part().joint();
    List<Thing> inside =
        joint.type() == Joint.Type.SLIDER ? inside(door.part().place(), before) : List.of();
    kitchen.place(door, position);
    Pose way = Frames.compose(joint.motion(position), Frames.inverse(joint.motion(before)));
    for (Thing thing : inside) {
      Pose now = kitchen.bullet().pose(thing.body());
      kitchen.bullet().place(thing.body(), Frames.compose(way, now));
    }
  }

  Optional<Pose> spot(ObjectKind kind, String place) {
    ScenePlacer placer = new ScenePlacer(kitchen.kitchen(), kitchen.jointPositions(), random);
    for (Thing thing : kitchen.things()) {
      placer.occupy(thing.kind(), kitchen.bullet().pose(thing.body()));
    }
    return kitchen.kitchen().site(place).flatMap(site -> placer.place(kind, site));
  }

  void letGo(Thing thing) {
    if (robot.held().filter(held -> held.body().equals(thing.body())).isPresent()) {
      robot.release();
    }
  }

  private List<Thing> inside(String place, double position) {
    return kitchen.kitchen().site(place).stream()
        .flatMap(
            site ->
                kitchen.things().stream()
                    .filter(
                        thing ->
                            site.holds(
                                Frames.position(kitchen.bullet().pose(thing.body())), position)))
        .toList();
  }

  private Pose room(ObjectKind kind, String place) {
    if (kitchen.kitchen().site(place).isEmpty()) {
      throw new InvalidInputException("There is no place called '%s'".formatted(place));
    }
    return spot(kind, place)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no room for a %s at the %s; choose another place"
                        .formatted(kind.noun(), place)));
  }

  private Thing thing(String object) {
    return kitchen.thing(object).orElseThrow(() -> noThing(object));
  }

  private static InvalidInputException noThing(String object) {
    return new InvalidInputException("There is no thing called '%s'".formatted(object));
  }

  private void requireInside(Vec3 at) {
    Kitchen room = kitchen.kitchen();
    if (!(at.x() > 0 && at.x() < room.lengthM() && at.y() > 0 && at.y() < room.widthM())
        || !(Math.abs(at.z()) < HIGHEST_M)) {
      throw new InvalidInputException(
          "The point (%s, %s, %s) is not in the room of %s x %s m"
              .formatted(at.x(), at.y(), at.z(), room.lengthM(), room.widthM()));
    }
  }
}
