package io.souschef.skills.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the robot perceives and remembers now: never the simulator's ground truth. Immutable and
 * safe to share.
 *
 * @param timeS robot time, seconds since its start
 * @param base pose of base_link, map frame
 * @param at the place whose working area the base stands in
 * @param held the object in the gripper, as felt and seen; of a kind of the robot's vocabulary
 * @param objects every tracked object, the held one not among them, in the order of first sight; of
 *     a kind of the vocabulary or one of its marks
 * @param places every place the robot knows of, with what it knows about it
 */
public record Observation(
    double timeS,
    Pose base,
    Optional<String> at,
    Optional<ObservedObject> held,
    List<ObservedObject> objects,
    List<PlaceState> places) {

  public Observation {
    objects = List.copyOf(objects);
    places = List.copyOf(places);
  }

  /** Tracked objects of one kind, the held one not among them. */
  public Stream<ObservedObject> objectsOf(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind));
  }

  /** What is known about the named place. */
  public Optional<PlaceState> place(String name) {
    return places.stream().filter(state -> state.place().name().equals(name)).findFirst();
  }
}
