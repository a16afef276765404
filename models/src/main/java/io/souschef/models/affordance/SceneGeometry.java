package io.souschef.models.affordance;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lookups and measures over one observation, computed once and shared by all skills. */
final class SceneGeometry {

  /** Radius within which objects stand in each other's way, metres. */
  private static final double CROWD_RADIUS_M = 0.25;

  /** Below this height a thing is a film on a surface, metres. */
  private static final double FILM_M = 0.005;

  private final Observation observation;
  private final Map<String, PlaceState> places = new HashMap<>();
  private final Map<String, double[]> occupied = new HashMap<>();
  private final Set<String> films = new HashSet<>();

  SceneGeometry(Observation observation) {
    this.observation = observation;
    for (PlaceState state : observation.places()) {
      places.put(state.place().name(), state);
    }
    for (ObservedObject object : observation.objects()) {
      if (object.place().isPresent()) {
        double[] sums = occupied.computeIfAbsent(object.place().get(), name -> new double[2]);
        sums[0]++;
        sums[1] += object.lengthM() * object.widthM();
        if (object.heightM() < FILM_M) {
          films.add(object.place().get());
        }
      }
    }
  }

  Observation observation() {
    return observation;
  }

  @Nullable PlaceState place(String name) {
    return places.get(name);
  }

  /** Where an object was seen, if that is a place the robot knows. */
  @Nullable PlaceState placeOf(ObservedObject object) {
    return object.place().isEmpty() ? null : places.get(object.place().get());
  }

  int objectsAt(String place) {
    return (int) occupied.getOrDefault(place, new double[2])[0];
  }

  /** Sum of the footprints of the objects tracked at a place, square metres. */
  double footprintAt(String place) {
    return occupied.getOrDefault(place, new double[2])[1];
  }

  /** Whether something thin as a spill was seen at a place. */
  boolean filmAt(String place) {
    return films.contains(place);
  }

  boolean robotAt(String place) {
    return observation.at().filter(place::equals).isPresent();
  }

  boolean isHeld(ObservedObject object) {
    return observation.held().filter(held -> held.id().equals(object.id())).isPresent();
  }

  /** What is in the hand, when it is of this kind. */
  Optional<ObservedObject> held(String kind) {
    return observation.held().filter(held -> held.kind().equals(kind));
  }

  /**
   * The individual of a kind that a person would mean: the one in the hand, else the nearest, where
   * one at the named place comes before all others, one at the robot's place before one elsewhere,
   * and one that is in view or open before one that is not.
   */
  @Nullable ObservedObject individual(String kind, @Nullable String at) {
    if (held(kind).isPresent()) {
      return held(kind).get();
    }
    ObservedObject best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (ObservedObject object : observation.objects()) {
      if (!object.kind().equals(kind)) {
        continue;
      }
      double cost = object.pose().floorDistanceTo(observation.base());
      cost += object.visible() ? 0 : 0.5;
      PlaceState place = placeOf(object);
      cost += place != null && !robotAt(place.place().name()) ? 1 : 0;
      cost += place != null && !place.open().orElse(true) ? 5 : 0;
      cost += at != null && !object.place().filter(at::equals).isPresent() ? 100 : 0;
      if (cost < lowest || (cost == lowest && best != null && before(object, best))) {
        lowest = cost;
        best = object;
      }
    }
    return best;
  }

  private static boolean before(ObservedObject a, ObservedObject b) {
    return a.id().compareTo(b.id()) < 0;
  }

  /**
   * Smallest centre distance over the floor to another tracked object, metres; infinite if none.
   */
  double neighbourM(ObservedObject object) {
    double nearest = Double.POSITIVE_INFINITY;
    for (ObservedObject other : observation.objects()) {
      if (!other.id().equals(object.id())) {
        nearest = Math.min(nearest, other.pose().floorDistanceTo(object.pose()));
      }
    }
    return nearest;
  }

  int crowd(ObservedObject object) {
    int count = 0;
    for (ObservedObject other : observation.objects()) {
      if (!other.id().equals(object.id())
          && other.pose().distanceTo(object.pose()) < CROWD_RADIUS_M) {
        count++;
      }
    }
    return count;
  }

  /** Whether another tracked object stands over this one. */
  boolean covered(ObservedObject object) {
    List<ObservedObject> objects = observation.objects();
    for (ObservedObject other : objects) {
      if (!other.id().equals(object.id())
          && other.pose().z() > object.pose().z() + object.heightM() / 2
          && other.pose().floorDistanceTo(object.pose())
              < (object.lengthM() + other.widthM()) / 2) {
        return true;
      }
    }
    return false;
  }

  /** Distance from a point to the nearest edge of a place, metres; negative outside. */
  static double edgeM(Pose point, Place place) {
    return Math.min(
        place.lengthM() / 2 - alongM(point, place), place.widthM() / 2 - acrossM(point, place));
  }

  /** Distance of a point from a place's centre along the place's x axis, metres. */
  static double alongM(Pose point, Place place) {
    double yaw = place.pose().yaw();
    return Math.abs(
        (point.x() - place.pose().x()) * Math.cos(yaw)
            + (point.y() - place.pose().y()) * Math.sin(yaw));
  }

  /** Distance of a point from a place's centre along the place's y axis, metres. */
  static double acrossM(Pose point, Place place) {
    double yaw = place.pose().yaw();
    return Math.abs(
        (point.y() - place.pose().y()) * Math.cos(yaw)
            - (point.x() - place.pose().x()) * Math.sin(yaw));
  }
}
