package io.souschef.models.affordance;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Observations of a kitchen with made-up names, drawn at random; wilder than any real one. */
public final class RandomObservations {

  static final List<String> KINDS = List.of("zorp", "blick", "toma", "dax");

  static final List<Place> PLACES =
      List.of(
          place("north bench", Place.Kind.SURFACE, 2, 1),
          place("hatch", Place.Kind.CLOSABLE, -2, 1),
          place("chute", Place.Kind.BIN, 0, -3),
          place("tub", Place.Kind.BASIN, 1, -3),
          place("guest", Place.Kind.PERSON, 4, 4));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          KINDS.stream().map(noun -> new Vocabulary.Kind(noun, noun + "s", true)).toList(), PLACES);

  private final RandomGenerator random;

  public RandomObservations(RandomGenerator random) {
    this.random = random;
  }

  public Observation next() {
    List<ObservedObject> objects = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      objects.add(object(i));
    }
    Optional<ObservedObject> held =
        random.nextBoolean() ? Optional.empty() : Optional.of(object(99));
    Optional<String> at =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(PLACES.get(random.nextInt(PLACES.size())).name());
    List<PlaceState> places = PLACES.stream().map(this::state).toList();
    Pose base = Pose.upright(wide(), wide(), 0, random.nextDouble(-3, 3));
    return new Observation(random.nextDouble(1000), base, at, held, objects, places);
  }

  private PlaceState state(Place place) {
    Optional<Boolean> open =
        place.kind() == Place.Kind.CLOSABLE && random.nextBoolean()
            ? Optional.of(random.nextBoolean())
            : Optional.empty();
    return new PlaceState(
        place,
        open,
        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble(2000)));
  }

  private ObservedObject object(int number) {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    double angle = random.nextDouble(Math.PI);
    Pose pose =
        new Pose(
            wide(),
            wide(),
            random.nextDouble(-1, 4),
            Math.sin(angle / 2),
            0,
            0,
            Math.cos(angle / 2));
    int place = random.nextInt(PLACES.size() + 1);
    return new ObservedObject(
        kind + "-" + number,
        kind,
        pose,
        place == PLACES.size() ? Optional.empty() : Optional.of(PLACES.get(place).name()),
        random.nextDouble(2),
        random.nextDouble(2),
        random.nextDouble(2),
        random.nextDouble(),
        random.nextDouble(2000),
        random.nextBoolean());
  }

  private double wide() {
    return random.nextDouble(-30, 30);
  }

  private static Place place(String name, Place.Kind kind, double x, double y) {
    return new Place(name, kind, Pose.upright(x, y, 0.8, 0.3), 1.2, 0.6);
  }
}
