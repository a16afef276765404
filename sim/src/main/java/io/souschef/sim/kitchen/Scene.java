package io.souschef.sim.kitchen;

import io.souschef.skills.world.Pose;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The start of an episode, with every pose decided. Immutable.
 *
 * @param kitchen where it plays
 * @param objects everything loose; the held object among them
 * @param open closable place to whether it starts open; every closable place is a key
 * @param robotAt place at which the robot starts
 * @param held id of the object in the gripper
 * @param disturbances what happens to the world while the robot works
 * @param robot what the robot is like
 */
public record Scene(
    Kitchen kitchen,
    List<SceneObject> objects,
    Map<String, Boolean> open,
    String robotAt,
    Optional<String> held,
    List<Disturbance> disturbances,
    RobotTraits robot) {

  /** A scene with the usual robot. */
  public Scene(
      Kitchen kitchen,
      List<SceneObject> objects,
      Map<String, Boolean> open,
      String robotAt,
      Optional<String> held,
      List<Disturbance> disturbances) {
    this(kitchen, objects, open, robotAt, held, disturbances, RobotTraits.STANDARD);
  }

  public Scene {
    objects = List.copyOf(objects);
    open = Collections.unmodifiableMap(new TreeMap<>(open));
    disturbances = List.copyOf(disturbances);
  }

  public Optional<SceneObject> object(String id) {
    return objects.stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** Position of each door and drawer at the start: 0 or fully open. */
  public Map<String, Double> jointPositions() {
    Map<String, Double> positions = new TreeMap<>();
    for (MovablePart part : kitchen.movableParts()) {
      boolean opened = open.getOrDefault(part.place(), false);
      positions.put(part.place(), opened ? part.joint().open() : 0);
    }
    return positions;
  }

  /** Where the robot's base stands at the start, map frame, z 0. */
  public Pose robotPose() {
    return kitchen
        .site(robotAt)
        .map(site -> site.standAreas().get(0).centre())
        .orElseThrow(() -> new IllegalStateException("No place called " + robotAt));
  }
}
