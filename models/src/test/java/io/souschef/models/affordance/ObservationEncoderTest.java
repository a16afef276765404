package io.souschef.models.affordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObservationEncoderTest {

  private static final List<FeatureLayout.Column> COLUMNS = FeatureLayout.columns();

  private final ObservationEncoder encoder = new ObservationEncoder();
  private final SkillLibrary library = SkillLibrary.standard();

  @Test
  void everyFeatureStaysInItsDocumentedRange() {
    RandomObservations observations = new RandomObservations(new Random(1));
    for (int i = 0; i < 200; i++) {
      Observation observation = observations.next();
      EncodedSkills encoded = encode(observation);
      for (int k = 0; k < encoded.features().length; k++) {
        FeatureLayout.Column column = COLUMNS.get(k % FeatureLayout.WIDTH);
        assertThat((double) encoded.features()[k])
            .as(column.name())
            .isBetween(Math.min(0, column.low()), column.high() + 1e-6);
      }
    }
  }

  @Test
  void theOrderOfObjectsAndPlacesDoesNotMatter() {
    RandomObservations observations = new RandomObservations(new Random(2));
    for (int i = 0; i < 50; i++) {
      Observation one = observations.next();
      List<ObservedObject> objects = new ArrayList<>(one.objects());
      List<PlaceState> places = new ArrayList<>(one.places());
      Collections.shuffle(objects, new Random(i));
      Collections.shuffle(places, new Random(i));
      Observation other =
          new Observation(one.timeS(), one.base(), one.at(), one.held(), objects, places);
      assertThat(encode(other).features()).containsExactly(encode(one).features(), within(1e-6f));
    }
  }

  @Test
  void aSkillHasTheSameRowAloneAndInABatch() {
    Observation observation = new RandomObservations(new Random(3)).next();
    List<GroundedSkill> skills = skills(observation);
    EncodedSkills together = encoder.encode(observation, Attempts.none(), skills);
    for (int i = 0; i < skills.size(); i++) {
      EncodedSkills alone = encoder.encode(observation, Attempts.none(), skills.subList(i, i + 1));
      assertThat(row(together, i)).containsExactly(alone.features());
      assertThat(together.texts().get(together.object()[i]))
          .isEqualTo(alone.texts().get(alone.object()[0]));
    }
  }

  @Test
  void newNamesForKindsAndPlacesChangeTheTextsAlone() {
    GroundedSkill skill = skill("put", Map.of("object", "cup", "place", "shelf"));
    EncodedSkills encoded =
        encoder.encode(scene("cup", "shelf", false), Attempts.none(), List.of(skill));
    GroundedSkill renamed = skill("put", Map.of("object", "wug", "place", "gorp"));
    EncodedSkills other =
        encoder.encode(scene("wug", "gorp", false), Attempts.none(), List.of(renamed));
    assertThat(other.features()).containsExactly(encoded.features());
    assertThat(encoded.texts()).containsExactly("", skill.wording(), "cup", "shelf");
    assertThat(other.texts()).containsExactly("", renamed.wording(), "wug", "gorp");
  }

  @Test
  void anObjectIsDescribedWhereItIs() {
    EncodedSkills encoded =
        encoder.encode(
            scene("cup", "shelf", false),
            Attempts.none(),
            List.of(skill("pick_up", Map.of("object", "cup"))));
    assertThat(value(encoded, "object.known")).isEqualTo(1);
    assertThat(value(encoded, "object.held")).isZero();
    assertThat(value(encoded, "object.distance_m")).isCloseTo(2, within(1e-6));
    assertThat(value(encoded, "object.bearing_cos")).isCloseTo(1, within(1e-6));
    assertThat(value(encoded, "object.edge_m")).isCloseTo(0.3, within(1e-6));
    assertThat(value(encoded, "support.surface")).isEqualTo(1);
    assertThat(value(encoded, "robot.hand_full")).isZero();
    assertThat(value(encoded, "place.asked")).isZero();
  }

  @Test
  void whatIsHeldDescribesASkillThatNamesNoObject() {
    EncodedSkills encoded =
        encoder.encode(
            scene("cup", "shelf", true),
            Attempts.none(),
            List.of(skill("wipe", Map.of("place", "shelf"))));
    assertThat(value(encoded, "object.asked")).isZero();
    assertThat(value(encoded, "object.held")).isEqualTo(1);
    assertThat(encoded.texts().get(encoded.object()[0])).isEqualTo("cup");
  }

  @Test
  void aSecondObjectIsNotTakenForAPlace() {
    EncodedSkills encoded =
        encoder.encode(
            scene("cup", "shelf", false),
            Attempts.none(),
            List.of(skill("move_near", Map.of("object", "lid", "other", "cup"))));
    assertThat(value(encoded, "object.known")).isZero();
    assertThat(value(encoded, "other.known")).isEqualTo(1);
    assertThat(value(encoded, "place.asked")).isZero();
  }

  @Test
  void aSkillThatFailedBeforeCarriesHowAndNoOtherDoes() {
    GroundedSkill failed = skill("pick_up", Map.of("object", "cup"));
    GroundedSkill other = skill("go_to", Map.of("place", "shelf"));
    Attempts earlier =
        Attempts.none()
            .and(failed, new SkillResult.Failed(3, FailureReason.SLIPPED, "It slipped"))
            .and(other, new SkillResult.Succeeded(5, "There"));
    EncodedSkills encoded =
        encoder.encode(scene("cup", "shelf", false), earlier, List.of(failed, other));
    assertThat(value(encoded, "attempt.failed")).isEqualTo(1);
    assertThat(value(encoded, "attempt.slipped")).isEqualTo(1);
    assertThat(value(encoded, "attempt.in_the_way")).isZero();
    assertThat(value(encoded, "attempt.steps_since")).isCloseTo(Math.log(2), within(1e-6));
    assertThat(value(encoded, "attempt.changed_since")).isEqualTo(1);
    assertThat(Arrays.copyOfRange(row(encoded, 1), FeatureLayout.ATTEMPT, FeatureLayout.WIDTH))
        .containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void everyReasonOfAFailureCanBeWritten(FailureReason reason) {
    GroundedSkill skill = skill("pick_up", Map.of("object", "cup"));
    Attempts earlier = Attempts.none().and(skill, new SkillResult.Failed(3, reason, "It failed"));
    EncodedSkills encoded = encoder.encode(scene("cup", "shelf", false), earlier, List.of(skill));
    assertThat(value(encoded, "attempt.failed")).isEqualTo(1);
  }

  @Test
  void theTableOfFeaturesNamesEachOnce() {
    assertThat(COLUMNS).hasSize(FeatureLayout.WIDTH);
    assertThat(COLUMNS.stream().map(FeatureLayout.Column::name)).doesNotHaveDuplicates();
    assertThat(COLUMNS).allSatisfy(column -> assertThat(column.meaning()).isNotBlank());
  }

  /** One object of a kind, on the place 2 m ahead of the robot or in its hand. */
  private static Observation scene(String kind, String placeName, boolean held) {
    io.souschef.skills.world.Place place =
        new io.souschef.skills.world.Place(
            placeName,
            io.souschef.skills.world.Place.Kind.SURFACE,
            Pose.upright(2, 0, 0.8, 0),
            1.2,
            0.6);
    ObservedObject object =
        new ObservedObject(
            kind + "-1",
            kind,
            Pose.upright(2, 0, 0.86, 0),
            held ? Optional.empty() : Optional.of(placeName),
            0.07,
            0.07,
            0.12,
            0.9,
            10,
            true);
    return new Observation(
        10,
        Pose.upright(0, 0, 0, 0),
        Optional.empty(),
        held ? Optional.of(object) : Optional.empty(),
        held ? List.of() : List.of(object),
        List.of(new PlaceState(place, Optional.empty(), OptionalDouble.of(10))));
  }

  private static GroundedSkill skill(String action, Map<String, String> arguments) {
    return new GroundedSkill(action, action + arguments, action + " something", arguments);
  }

  private List<GroundedSkill> skills(Observation observation) {
    return library.ground(RandomObservations.VOCABULARY, observation);
  }

  private EncodedSkills encode(Observation observation) {
    return encoder.encode(observation, Attempts.none(), skills(observation));
  }

  private static float[] row(EncodedSkills encoded, int i) {
    return Arrays.copyOfRange(
        encoded.features(), i * FeatureLayout.WIDTH, (i + 1) * FeatureLayout.WIDTH);
  }

  private static double value(EncodedSkills encoded, String column) {
    return encoded.features()[FeatureLayout.indexOf(column)];
  }
}
