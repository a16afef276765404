package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is where, and what the robot did to it. Not thread-safe. */
final class IdealWorld {

  /** Base frame; where the simulated arm carries things. */
  private static final Pose CARRIED = Pose.upright(0.21, 0, 0.7, 0);

  /** Farthest that things are apart, centre to centre, which are beside one another. */
  private static final double NEAR_M = 0.35;

  private final Scene scene;
  private final Map<String, WorldObject> objects = new LinkedHashMap<>();
  private final Map<String, Boolean> open;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> visited = new ArrayList<>();
  private final Set<String> wiped = new TreeSet<>();
  private final Set<String> delivered = new TreeSet<>();
  private Pose base;
  private @Nullable String robotAt;
  private @Nullable String held;

  /** Heaviest thing that the robot lifts, kilograms. */
  double liftsKg() {
    return scene.robot().liftsKg();
  }

  IdealWorld(Scene scene) {
    this.scene = scene;
    WorldState start = WorldState.of(scene);
    for (WorldObject object : start.objects()) {
      objects.put(object.id(), object);
      counts.merge(object.kind().noun(), 1, Integer::sum);
    }
    open = new TreeMap<>(start.open());
    base = start.base();
    robotAt = scene.robotAt();
    held = scene.held().orElse(null);
  }

  Kitchen kitchen() {
    return scene.kitchen();
  }

  Optional<String> robotAt() {
    return Optional.ofNullable(robotAt);
  }

  /** What the hand holds, where the arm carries it: before the base, at the height of a hip. */
  Optional<WorldObject> held() {
    return Optional.ofNullable(held)
        .map(objects::get)
        .map(
            object ->
                new WorldObject(
                    object.id(), object.kind(), Frames.compose(base, CARRIED), Optional.empty()));
  }

  /** Everything but what is in the hand. */
  List<WorldObject> loose() {
    return objects.values().stream().filter(object -> !object.id().equals(held)).toList();
  }

  Site site(String name) {
    return kitchen()
        .site(name)
        .orElseThrow(() -> new IllegalArgumentException("No place called " + name));
  }

  boolean isOpen(String place) {
    return open.getOrDefault(place, true);
  }

  /** Something that is not in the hand. */
  Optional<WorldObject> loose(String id) {
    return object(id).filter(object -> !object.id().equals(held));
  }

  /** Metres over the floor to where the robot would stand at a place. */
  double distanceTo(String place) {
    return base.floorDistanceTo(site(place).standAreas().get(0).centre());
  }

  /** Whether the robot itself put it where it is. */
  boolean isDelivered(WorldObject object) {
    return delivered.contains(object.id());
  }

  boolean isHere(WorldObject object) {
    return object
        .place()
        .map(place -> robotAt().filter(place::equals).isPresent())
        .orElseGet(() -> object.pose().floorDistanceTo(base) < 1.3);
  }

  void driveTo(String place) {
    robotAt = place;
    base = site(place).standAreas().get(0).centre();
    visited.add(place);
  }

  /** Drives to an object that lies at no place. */
  void driveNear(WorldObject object) {
    robotAt = null;
    base = Pose.upright(object.pose().x(), object.pose().y() - 0.7, 0, Math.PI / 2);
  }

  void grasp(WorldObject object) {
    held = object.id();
    objects.put(object.id(), new WorldObject(object.id(), object.kind(), base, Optional.empty()));
  }

  /** Puts an object on or in a place; false when there is no room. */
  boolean put(WorldObject object, String place) {
    Optional<Pose> spot = spots(Optional.of(object.id())).at(object.kind(), site(place));
    spot.ifPresent(pose -> putAt(object, pose, Optional.of(place)));
    return spot.isPresent();
  }

  boolean hasRoom(WorldObject object, String place) {
    return spots(Optional.of(object.id())).at(object.kind(), site(place)).isPresent();
  }

  /** Lets an object fall where the robot stands, beside every place. */
  void drop(WorldObject object) {
    Pose floor = Pose.upright(base.x(), base.y(), object.kind().shape().zM() / 2, 0);
    putAt(object, floor, Optional.empty());
  }

  boolean hasRoomNear(WorldObject object, WorldObject other) {
    return spots(Optional.of(object.id())).near(object, other).isPresent();
  }

  /** Puts an object beside another; false when there is no room. */
  boolean putNear(WorldObject object, WorldObject other) {
    Optional<Pose> spot = spots(Optional.of(object.id())).near(object, other);
    spot.ifPresent(pose -> putAt(object, pose, other.place()));
    return spot.isPresent();
  }

  static boolean areNear(WorldObject one, WorldObject other) {
    return one.place().equals(other.place()) && one.pose().distanceTo(other.pose()) <= NEAR_M;
  }

  private void putAt(WorldObject object, Pose pose, Optional<String> place) {
    objects.put(object.id(), new WorldObject(object.id(), object.kind(), pose, place));
    if (object.id().equals(held)) {
      held = null;
      delivered.add(object.id());
    }
  }

  void standUp(WorldObject object) {
    Vec3 at = Frames.position(object.pose());
    double rise = (object.kind().shape().zM() - object.kind().shape().xM()) / 2;
    turn(object, Pose.upright(at.x(), at.y(), at.z() + rise, 0));
  }

  void layDown(WorldObject object) {
    if (object.isUpright()) {
      Vec3 at = Frames.position(object.pose());
      double fall = (object.kind().shape().zM() - object.kind().shape().xM()) / 2;
      turn(object, ObjectKind.laid(Pose.upright(at.x(), at.y(), at.z() - fall, 0)));
    }
  }

  private void turn(WorldObject object, Pose pose) {
    objects.put(object.id(), new WorldObject(object.id(), object.kind(), pose, object.place()));
  }

  void setOpen(String place, boolean isOpen) {
    double before = position(place);
    open.put(place, isOpen);
    double after = position(place);
    if (before == after) {
      return;
    }
    Site site = site(place);
    // What lies in a drawer rides along.
    Pose from = site.surfacesAt(before).get(0).centre();
    Pose to = site.surfacesAt(after).get(0).centre();
    for (WorldObject object : List.copyOf(objects.values())) {
      if (object.place().filter(place::equals).isPresent()) {
        turn(object, Frames.compose(to, Frames.compose(Frames.inverse(from), object.pose())));
      }
    }
  }

  boolean isWiped(String place) {
    return wiped.contains(place);
  }

  void wipe(String place) {
    wiped.add(place);
    objects
        .values()
        .removeIf(
            object -> object.kind().isSpill() && object.place().filter(place::equals).isPresent());
  }

  void remove(String id) {
    objects.remove(id);
    if (id.equals(held)) {
      held = null;
    }
  }

  void add(ObjectKind kind, String place) {
    spots(Optional.empty())
        .at(kind, site(place))
        .ifPresent(
            pose -> {
              String id = kind.noun() + "-" + counts.merge(kind.noun(), 1, Integer::sum);
              objects.put(id, new WorldObject(id, kind, pose, Optional.of(place)));
            });
  }

  Optional<WorldObject> object(String id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** Room among everything but what is in the hand and, where named, one thing. */
  private IdealSpots spots(Optional<String> without) {
    return new IdealSpots(
        kitchen(),
        joints(),
        loose().stream().filter(object -> without.filter(object.id()::equals).isEmpty()).toList());
  }

  private double position(String place) {
    return joints().getOrDefault(place, 0.0);
  }

  Map<String, Double> joints() {
    return new Scene(kitchen(), List.of(), open, scene.robotAt(), Optional.empty(), List.of())
        .jointPositions();
  }

  WorldState state() {
    return new WorldState(
        scene,
        List.copyOf(objects.values()),
        Optional.ofNullable(held),
        base,
        robotAt(),
        open,
        visited,
        wiped,
        false,
        false);
  }
}
