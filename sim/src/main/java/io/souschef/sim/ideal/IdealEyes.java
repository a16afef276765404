package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Perfect eyes: see exactly whatever is in the open, and what is in a fridge or drawer while it
 * stands open before the robot. What was seen is remembered. Not thread-safe.
 */
final class IdealEyes {

  private final Map<String, Double> seenS = new HashMap<>();
  private final Map<String, Double> lookedS = new HashMap<>();
  private double latestS;

  /** Looks around from where the robot stands. */
  void look(IdealWorld world, double timeS) {
    latestS = timeS;
    for (WorldObject object : world.loose()) {
      if (isVisible(world, object)) {
        seenS.put(object.id(), timeS);
      }
    }
    for (Site site : world.kitchen().sites()) {
      boolean here = world.robotAt().filter(site.name()::equals).isPresent();
      if (site.door().isEmpty() || (here && world.isOpen(site.name()))) {
        lookedS.put(site.name(), timeS);
      }
    }
  }

  /** Comes to know of an object by other means than its looks. */
  void see(WorldObject object) {
    seenS.putIfAbsent(object.id(), latestS);
  }

  boolean looked(String place) {
    return lookedS.containsKey(place);
  }

  boolean knows(WorldObject object) {
    return seenS.containsKey(object.id());
  }

  static boolean isVisible(IdealWorld world, WorldObject object) {
    return object
        .place()
        .map(
            place ->
                world.site(place).door().isEmpty() || (world.isHere(object) && world.isOpen(place)))
        .orElse(true);
  }

  Observation observation(IdealWorld world, double timeS) {
    List<ObservedObject> objects = new ArrayList<>();
    for (WorldObject object : world.loose()) {
      if (knows(object)) {
        objects.add(observed(object, seenS.getOrDefault(object.id(), 0.0), timeS));
      }
    }
    return new Observation(
        timeS,
        world.state().base(),
        world.robotAt(),
        world.held().map(object -> observed(object, timeS, timeS)),
        objects,
        world.kitchen().sites().stream().map(site -> state(world, site)).toList());
  }

  private PlaceState state(IdealWorld world, Site site) {
    Double looked = lookedS.get(site.name());
    return new PlaceState(
        site.place(),
        site.door().map(door -> world.isOpen(site.name())),
        looked == null ? OptionalDouble.empty() : OptionalDouble.of(looked));
  }

  private static ObservedObject observed(WorldObject object, double lastSeenS, double timeS) {
    Shape shape = object.kind().shape();
    boolean lies = object.pose().tilt() > 0.5;
    double along = lies ? shape.zM() : shape.xM();
    double height = lies ? shape.xM() : shape.zM();
    return new ObservedObject(
        object.id(),
        object.kind().noun(),
        object.pose(),
        object.place(),
        Math.max(along, shape.yM()),
        Math.min(along, shape.yM()),
        height,
        1,
        lastSeenS,
        lastSeenS == timeS);
  }
}
