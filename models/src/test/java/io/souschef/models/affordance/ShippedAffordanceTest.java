package io.souschef.models.affordance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.AffordanceFunctionContract;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the committed {@code can.onnx} has learned, asked in situations of everyday plainness. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedAffordanceTest extends AffordanceFunctionContract {

  private static final double SOUTH = -Math.PI / 2;
  private static final Place TABLE = place("table", Place.Kind.SURFACE, 3.5, 2.25, 0.74, 0.8, 1.4);

  /** Most of the default kitchen, as its robot knows it. */
  private static final List<Place> PLACES =
      List.of(
          place("user", Place.Kind.PERSON, 0.45, 1.72, 0.74, 0.5, 0.5),
          TABLE,
          place("close counter", Place.Kind.SURFACE, 2.35, 4.7, 0.88, 0.6, 1.6),
          place("trash can", Place.Kind.BIN, 5.3, 0.24, 0.58, 0.34, 0.34),
          place("compost bin", Place.Kind.BIN, 4.65, 4.74, 0.58, 0.34, 0.34),
          place("sink", Place.Kind.BASIN, 3.55, 4.7, 0.88, 0.42, 0.54),
          place("fridge", Place.Kind.CLOSABLE, 0.45, 4.7, 0.96, 0.51, 0.64),
          place("top drawer", Place.Kind.CLOSABLE, 1.2, 4.23, 0.57, 0.51, 0.58));

  private final SkillLibrary library = SkillLibrary.standard();
  private OnnxAffordanceFunction function;

  @BeforeAll
  void open() {
    function = OnnxAffordanceFunction.shipped();
  }

  @AfterAll
  void closeShipped() {
    function.close();
  }

  @Override
  protected AffordanceFunction create() {
    return new AffordanceFunction() {
      @Override
      public String name() {
        return function.name();
      }

      @Override
      public double[] values(
          Observation observation, Attempts earlier, List<GroundedSkill> skills) {
        return function.values(observation, earlier, skills);
      }

      @Override
      public void close() {} // shared by all tests
    };
  }

  @Test
  void anEmptyHandPicksUpWhatIsHereAndAFullHandDoesNot() {
    double empty = value("pick up the apple", none(), apple("table"));
    double full = value("pick up the apple", Optional.of(held("sponge")), apple("table"));
    assertThat(empty).isGreaterThan(0.5).isGreaterThan(full + 0.4);
    assertThat(full).isLessThan(0.2);
  }

  @Test
  void whatHasNotBeenSeenIsNotPickedUp() {
    assertThat(value("pick up the sponge", none(), apple("table"))).isLessThan(0.1);
  }

  @Test
  void onlyWhatIsHeldIsPutSomewhere() {
    double held = value("put the apple on the table", Optional.of(held("apple")));
    double other = value("put the apple on the table", Optional.of(held("sponge")));
    double empty = value("put the apple on the table", none(), apple("table"));
    assertThat(held).isGreaterThan(0.5).isGreaterThan(Math.max(other, empty) + 0.4);
  }

  @Test
  void onlyAFullHandBringsSomething() {
    assertThat(value("bring it to you", Optional.of(held("apple")))).isGreaterThan(0.7);
    assertThat(value("bring it to you", none())).isLessThan(0.1);
  }

  @Test
  void stoppingAndDrivingWork() {
    assertThat(value("done", none())).isGreaterThan(0.9);
    assertThat(value("go to the table", none())).isGreaterThan(0.7);
  }

  @Test
  void aKnownObjectIsEasierToFindThanOneNeverSeen() {
    assertThat(value("find an apple", none(), apple("table")))
        .isGreaterThan(value("find a sponge", none(), apple("table")));
  }

  @Test
  void aSkillWordedAnewKeepsItsMeaning() {
    Observation now = observation(none(), apple("table"));
    GroundedSkill grab =
        new GroundedSkill(
            "grab", "grab the apple", "get hold of the object", Map.of("object", "apple"));
    Observation full = observation(Optional.of(held("sponge")), apple("table"));
    assertThat(function.values(now, List.of(grab))[0])
        .isGreaterThan(function.values(full, List.of(grab))[0] + 0.3);
  }

  private double value(String text, Optional<ObservedObject> held, ObservedObject... objects) {
    Observation observation = observation(held, objects);
    GroundedSkill skill = library.parse(text, vocabulary(), observation).orElseThrow();
    return function.values(observation, List.of(skill))[0];
  }

  private static Vocabulary vocabulary() {
    return new Vocabulary(
        List.of(
            new Vocabulary.Kind("apple", "apples", false),
            new Vocabulary.Kind("sponge", "sponges", false)),
        PLACES);
  }

  /** The robot stands at the table, its front to it; it has seen nothing else yet. */
  private static Observation observation(Optional<ObservedObject> held, ObservedObject... objects) {
    return new Observation(
        20,
        Pose.upright(2.3, 2.3, 0, 0),
        Optional.of("table"),
        held,
        List.of(objects),
        PLACES.stream().map(ShippedAffordanceTest::state).toList());
  }

  private static PlaceState state(Place place) {
    return new PlaceState(
        place,
        place.kind() == Place.Kind.CLOSABLE ? Optional.of(false) : Optional.empty(),
        place.equals(TABLE) ? OptionalDouble.of(20) : OptionalDouble.empty());
  }

  private static Place place(
      String name, Place.Kind kind, double x, double y, double z, double lengthM, double widthM) {
    return new Place(name, kind, Pose.upright(x, y, z, SOUTH), lengthM, widthM);
  }

  private static Optional<ObservedObject> none() {
    return Optional.empty();
  }

  private static ObservedObject apple(String place) {
    return new ObservedObject(
        "apple-1",
        "apple",
        Pose.upright(3, 2.3, 0.775, 0),
        Optional.of(place),
        0.075,
        0.075,
        0.075,
        0.9,
        20,
        true);
  }

  private static ObservedObject held(String kind) {
    return new ObservedObject(
        kind + "-2",
        kind,
        Pose.upright(2.75, 2.3, 0.95, 0),
        Optional.empty(),
        0.08,
        0.07,
        0.07,
        1,
        20,
        true);
  }
}
