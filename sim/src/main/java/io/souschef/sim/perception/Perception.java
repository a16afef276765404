package io.souschef.sim.perception;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The robot's eyes and memory: turns the truth, past camera, occlusion and noise, into what the
 * robot believes. Not thread-safe.
 */
public final class Perception {

  private final Kitchen kitchen;
  private final Detector detector;
  private final ObjectMemory objects;
  private final PlaceMemory places;

  /** A robot that has seen nothing yet. */
  public Perception(Kitchen kitchen, SensorNoise noise) {
    this(kitchen, new Detector(noise), new ObjectMemory(), new PlaceMemory());
  }

  private Perception(Kitchen kitchen, Detector detector, ObjectMemory objects, PlaceMemory places) {
    this.kitchen = kitchen;
    this.detector = detector;
    this.objects = objects;
    this.places = places;
  }

  /** The same memories, from now on apart. */
  public Perception copy() {
    return new Perception(kitchen, detector, objects.copy(), places.copy());
  }

  /**
   * The truth that a frame is taken of.
   *
   * @param objects every thing there is, the held one among them
   * @param held id of the thing in the hand
   * @param joints position of each door and drawer by place
   */
  public record Truth(
      List<WorldObject> objects, Optional<String> held, Map<String, Double> joints) {

    public Truth {
      objects = List.copyOf(objects);
      joints = Map.copyOf(joints);
    }

    Optional<WorldObject> inHand() {
      return objects.stream().filter(o -> held.filter(o.id()::equals).isPresent()).findFirst();
    }

    List<WorldObject> loose() {
      return objects.stream().filter(o -> held.filter(o.id()::equals).isEmpty()).toList();
    }
  }

  /**
   * Takes a frame and remembers what it shows.
   *
   * @param sight camera and rays; the held thing may be among what rays ignore
   * @param random source of misses and noise
   * @param timeS robot time, seconds
   */
  public void look(Sight sight, Truth truth, RandomGenerator random, double timeS) {
    objects.feel(truth.inHand(), timeS);
    Set<String> loose = truth.objects().stream().map(WorldObject::id).collect(Collectors.toSet());
    Map<String, Double> before = new HashMap<>(places.joints());
    places.update(kitchen, sight, truth.joints(), loose, timeS);
    before.forEach(this::followDrawer);
    objects.update(sight, detector.detect(sight, truth.loose(), random), timeS);
  }

  /** What lay in a drawer is believed to have moved along with it. */
  private void followDrawer(String place, double from) {
    double to = places.joints().getOrDefault(place, from);
    Optional<Site> site = kitchen.site(place);
    if (to != from && site.isPresent() && site.get().door().isPresent()) {
      boolean rides = site.get().door().get().joint().type() == Joint.Type.SLIDER;
      if (rides) {
        objects.moveAlong(
            pose -> site.get().holds(Frames.position(pose), from),
            site.get().door().get().joint(),
            from,
            to);
      }
    }
  }

  /**
   * What the robot believes now.
   *
   * @param timeS robot time, seconds
   * @param base pose of base_link, map frame
   * @param at the place whose working area it stands in
   * @param inHand the thing in the hand, as it is felt
   */
  public Observation observation(
      double timeS, Pose base, Optional<String> at, Optional<WorldObject> inHand) {
    objects.feel(inHand, timeS);
    List<ObservedObject> seen =
        objects.tracks().stream().map(track -> track.observed(place(track))).toList();
    return new Observation(
        timeS,
        base,
        at,
        objects.held().map(track -> track.observed(Optional.empty())),
        seen,
        places.states(kitchen));
  }

  private Optional<String> place(Track track) {
    return kitchen
        .siteHolding(Frames.position(track.seen().pose()), places.joints())
        .map(Site::name);
  }
}
