package io.souschef.skills.world;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small worlds for tests. */
public final class Sketches {

  public static final Place TABLE =
      new Place("table", Place.Kind.SURFACE, Pose.upright(1, 0, 0.75, 0), 1.2, 0.8);
  public static final Place FRIDGE =
      new Place("fridge", Place.Kind.CLOSABLE, Pose.upright(3, 1, 1, 0), 0.6, 0.6);
  public static final Place USER =
      new Place("user", Place.Kind.PERSON, Pose.upright(0, 2, 0.7, 0), 0.4, 0.4);
  public static final Place TRASH_CAN =
      new Place("trash can", Place.Kind.BIN, Pose.upright(-1, 0, 0.5, 0), 0.3, 0.3);

  private Sketches() {}

  public static Vocabulary vocabulary() {
    return new Vocabulary(
        List.of(
            new Vocabulary.Kind("apple", "apples", false),
            new Vocabulary.Kind("coke", "cokes", true),
            new Vocabulary.Kind("rice chips", "rice chips", false)),
        List.of(TABLE, FRIDGE, USER, TRASH_CAN));
  }

  public static ObservedObject object(String id, String kind, Place place) {
    return new ObservedObject(
        id, kind, place.pose(), Optional.of(place.name()), 0.07, 0.07, 0.12, 0.9, 0, true);
  }

  public static Observation observation(ObservedObject... objects) {
    return new Observation(
        0,
        Pose.upright(0, 0, 0, 0),
        Optional.of("user"),
        Optional.empty(),
        List.of(objects),
        vocabulary().places().stream()
            .map(place -> new PlaceState(place, Optional.empty(), OptionalDouble.empty()))
            .toList());
  }

  /** The same observation with something in the hand. */
  public static Observation holding(Observation observation, ObservedObject held) {
    return new Observation(
        observation.timeS(),
        observation.base(),
        observation.at(),
        Optional.of(held),
        observation.objects(),
        observation.places());
  }
}
