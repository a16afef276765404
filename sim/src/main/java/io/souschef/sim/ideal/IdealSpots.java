package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.ScenePlacer;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Where there is room among what stands about. */
final class IdealSpots {

  private final Kitchen kitchen;
  private final Map<String, Double> joints;
  // One seed for all: a spot depends on what else stands there, and on nothing before.
  private final ScenePlacer placer;

  /**
   * Room among some objects.
   *
   * @param joints positions of doors and drawers by place, radians or metres
   */
  IdealSpots(Kitchen kitchen, Map<String, Double> joints, List<WorldObject> objects) {
    this.kitchen = kitchen;
    this.joints = joints;
    placer = new ScenePlacer(kitchen, joints, new SplittableRandom(1));
    objects.forEach(object -> placer.occupy(upright(object), object.pose()));
  }

  /** A free pose on or in a place. */
  Optional<Pose> at(ObjectKind kind, Site site) {
    Optional<Pose> free = placer.place(kind, site);
    Place.Kind sort = site.place().kind();
    boolean piles = sort == Place.Kind.BIN || sort == Place.Kind.BASIN;
    // In bins and basins things come to lie on one another; the pile's shape does not matter here.
    return free.isPresent() || !piles ? free : Optional.of(onTop(kind, site));
  }

  private static Pose onTop(ObjectKind kind, Site site) {
    Pose floor = site.surfaces().get(0).centre();
    double z = floor.z() + site.rimM() / 2 + Math.min(site.rimM(), kind.shape().zM()) / 2;
    return Pose.upright(floor.x(), floor.y(), z, 0);
  }

  /** What lies is kept clear of by the box around it. */
  private static ObjectKind upright(WorldObject object) {
    return object.pose().tilt() < 0.5 ? object.kind() : object.kind().lying();
  }

  /** A free pose beside another thing. */
  Optional<Pose> near(WorldObject object, WorldObject other) {
    double apart =
        object.kind().shape().footprintRadiusM() + other.kind().shape().footprintRadiusM() + 0.03;
    for (int i = 0; i < 16; i++) {
      double angle = i * Math.PI / 8;
      double bottom = other.pose().z() - other.kind().shape().zM() / 2;
      Pose pose =
          Pose.upright(
              other.pose().x() + apart * Math.cos(angle),
              other.pose().y() + apart * Math.sin(angle),
              bottom + object.kind().shape().zM() / 2,
              0);
      boolean supported =
          other
              .place()
              .flatMap(kitchen::site)
              .map(site -> site.holds(Frames.position(pose), position(site)))
              .orElse(true);
      if (supported && placer.isFree(object.kind(), pose)) {
        return Optional.of(pose);
      }
    }
    return Optional.empty();
  }

  private double position(Site site) {
    return joints.getOrDefault(site.place().name(), 0.0);
  }
}
