package io.souschef.sim.perception;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.PlaceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Remembers which places were looked at and which doors stood open. Not thread-safe. */
final class PlaceMemory {

  private final Map<String, Double> lookedS;
  private final Map<String, Double> joints;

  PlaceMemory() {
    lookedS = new TreeMap<>();
    joints = new TreeMap<>();
  }

  private PlaceMemory(PlaceMemory original) {
    lookedS = new TreeMap<>(original.lookedS);
    joints = new TreeMap<>(original.joints);
  }

  PlaceMemory copy() {
    return new PlaceMemory(this);
  }

  /**
   * Takes in one frame.
   *
   * @param loose ids of loose things; what only they hide still counts as looked at
   */
  void update(
      Kitchen kitchen,
      Sight sight,
      Map<String, Double> trueJoints,
      Set<String> loose,
      double timeS) {
    for (Site site : kitchen.sites()) {
      double position = trueJoints.getOrDefault(site.name(), 0.0);
      site.door()
          .filter(door -> sight.sees(front(door, position)))
          .ifPresent(door -> joints.put(site.name(), position));
      List<Vec3> points = site.surfacesAt(position).stream().flatMap(this::points).toList();
      long seen = points.stream().filter(point -> isSeen(sight, point, loose)).count();
      if (2 * seen >= points.size()) {
        lookedS.put(site.name(), timeS);
        site.door().ifPresent(door -> joints.put(site.name(), position));
      }
    }
  }

  /** Position of each door and drawer as last seen. */
  Map<String, Double> joints() {
    return joints;
  }

  List<PlaceState> states(Kitchen kitchen) {
    return kitchen.sites().stream().map(this::state).toList();
  }

  private PlaceState state(Site site) {
    Optional<Boolean> open =
        site.door()
            .filter(door -> joints.containsKey(site.name()))
            .map(door -> door.joint().isOpen(joints.getOrDefault(site.name(), 0.0)));
    OptionalDouble looked =
        lookedS.containsKey(site.name())
            ? OptionalDouble.of(lookedS.getOrDefault(site.name(), 0.0))
            : OptionalDouble.empty();
    return new PlaceState(site.place(), open, looked);
  }

  private static Vec3 front(MovablePart door, double position) {
    return Frames.position(door.handleAt(position));
  }

  private static boolean isSeen(Sight sight, Vec3 point, Set<String> loose) {
    return sight.camera().covers(point) && sight.hides(point).map(loose::contains).orElse(true);
  }

  private Stream<Vec3> points(Surface surface) {
    double x = surface.lengthM() / 4;
    double y = surface.widthM() / 4;
    Vec3 up = new Vec3(0, 0, 0.01);
    return Stream.of(
            surface.point(x, y),
            surface.point(x, -y),
            surface.point(-x, y),
            surface.point(-x, -y),
            surface.point(0, 0))
        .map(point -> point.plus(up));
  }
}
