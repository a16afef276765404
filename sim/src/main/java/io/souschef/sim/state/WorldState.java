package io.souschef.sim.state;

import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.world.Pose;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The truth about a kitchen at one moment, and what led there. For goals and reports; never shown
 * to a planner. Immutable.
 *
 * @param initial how the episode began
 * @param objects every thing that is still there, the held one among them
 * @param held id of the thing in the gripper
 * @param base pose of base_link, map frame
 * @param robotAt place in whose working area the robot stands
 * @param open closable place to whether it stands open
 * @param visited places at which the robot stopped, in order, the start not among them
 * @param wiped places that were wiped
 * @param asked whether the robot asked the user something
 * @param refused whether the robot refused the request
 */
public record WorldState(
    Scene initial,
    List<WorldObject> objects,
    Optional<String> held,
    Pose base,
    Optional<String> robotAt,
    Map<String, Boolean> open,
    List<String> visited,
    Set<String> wiped,
    boolean asked,
    boolean refused) {

  public WorldState {
    objects = List.copyOf(objects);
    open = Collections.unmodifiableMap(new TreeMap<>(open));
    visited = List.copyOf(visited);
    wiped = Collections.unmodifiableSet(new TreeSet<>(wiped));
  }

  /** The state at the start of a scene, before anything has settled. */
  public static WorldState of(Scene scene) {
    List<WorldObject> objects =
        scene.objects().stream()
            .map(
                object ->
                    new WorldObject(object.id(), object.kind(), object.pose(), object.place()))
            .toList();
    return new WorldState(
        scene,
        objects,
        scene.held(),
        scene.robotPose(),
        Optional.of(scene.robotAt()),
        scene.open(),
        List.of(),
        Set.of(),
        false,
        false);
  }

  public Optional<WorldObject> object(String id) {
    return objects.stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** The same state after a conversation; the simulation itself knows nothing of words. */
  public WorldState withConversation(boolean hasAsked, boolean hasRefused) {
    return new WorldState(
        initial, objects, held, base, robotAt, open, visited, wiped, hasAsked, hasRefused);
  }
}
