package io.souschef.models.affordance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.AffordanceFunctionContract;
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

  private static final Place TABLE =
      new Place("table", Place.Kind.SURFACE, Pose.upright(3, 2, 0.74, 0), 1.4, 0.8);
  private static final Place FRIDGE =
      new Place("fridge", Place.Kind.CLOSABLE, Pose.upright(0.4, 0.4, 0.9, 0), 0.5, 0.5);
  private static final Place USER =
      new Place("user", Place.Kind.PERSON, Pose.upright(5, 4, 1, 0), 0.4, 0.4);

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
    return OnnxAffordanceFunction.shipped();
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
        List.of(TABLE, FRIDGE, USER));
  }

  /** The robot stands at the table's long side, its front to it. */
  private static Observation observation(Optional<ObservedObject> held, ObservedObject... objects) {
    return new Observation(
        60,
        Pose.upright(3, 1.15, 0, Math.PI / 2),
        Optional.of("table"),
        held,
        List.of(objects),
        List.of(
            new PlaceState(TABLE, Optional.empty(), OptionalDouble.of(60)),
            new PlaceState(FRIDGE, Optional.of(false), OptionalDouble.empty()),
            new PlaceState(USER, Optional.empty(), OptionalDouble.of(20))));
  }

  private static Optional<ObservedObject> none() {
    return Optional.empty();
  }

  private static ObservedObject apple(String place) {
    return new ObservedObject(
        "apple-1",
        "apple",
        Pose.upright(3, 1.75, 0.78, 0),
        Optional.of(place),
        0.075,
        0.075,
        0.075,
        0.9,
        60,
        true);
  }

  private static ObservedObject held(String kind) {
    return new ObservedObject(
        kind + "-2",
        kind,
        Pose.upright(3, 1.5, 0.95, 0),
        Optional.empty(),
        0.08,
        0.07,
        0.07,
        1,
        60,
        true);
  }
}
