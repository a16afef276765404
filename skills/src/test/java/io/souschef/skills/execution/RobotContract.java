package io.souschef.skills.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Robot} keeps, whatever moves behind it. */
public abstract class RobotContract {

  private Robot robot;

  /** A fresh robot with an empty hand, free to drive to the place named by {@link #drivable}. */
  protected abstract Robot create();

  /** A place the fresh robot can drive to. */
  protected abstract String drivable();

  @BeforeEach
  void createRobot() {
    robot = create();
  }

  @AfterEach
  void closeRobot() {
    robot.close();
  }

  private GroundedSkill skill(String text) {
    return SkillLibrary.standard()
        .parse(text, robot.vocabulary(), robot.observe())
        .orElseThrow(() -> new AssertionError("No skill '" + text + "'"));
  }

  @Test
  void anObservationTellsOfEveryPlaceOfTheVocabulary() {
    assertThat(robot.observe().places())
        .extracting(PlaceState::place)
        .containsExactlyElementsOf(robot.vocabulary().places());
  }

  @Test
  void anObservationKnowsOnlyKindsAndMarksOfTheVocabulary() {
    List<String> words = new ArrayList<>(robot.vocabulary().marks());
    robot.vocabulary().kinds().forEach(kind -> words.add(kind.noun()));
    assertThat(robot.observe().objects()).extracting(ObservedObject::kind).isSubsetOf(words);
    robot.execute(skill("go to the " + drivable()), progress -> {});
    assertThat(robot.observe().objects()).extracting(ObservedObject::kind).isSubsetOf(words);
  }

  @Test
  void noSkillIsAboutAMark() {
    robot.execute(skill("go to the " + drivable()), progress -> {});
    List<String> marks = robot.vocabulary().marks();
    assertThat(SkillLibrary.standard().ground(robot.vocabulary(), robot.observe()))
        .flatExtracting(skill -> skill.arguments().values())
        .noneMatch(marks::contains);
  }

  @Test
  void aWordIsAKindOrAMarkAndNotBoth() {
    assertThat(robot.vocabulary().kinds())
        .extracting(Vocabulary.Kind::noun)
        .doesNotHaveDuplicates()
        .noneMatch(robot.vocabulary().marks()::contains);
  }

  @Test
  void theHandIsEmptyAtFirst() {
    assertThat(robot.observe().held()).isEmpty();
  }

  @Test
  void drivingSomewhereEndsThere() {
    SkillResult result = robot.execute(skill("go to the " + drivable()), progress -> {});
    assertThat(result).isInstanceOf(SkillResult.Succeeded.class);
    assertThat(robot.observe().at()).contains(drivable());
  }

  @Test
  void timeNeverRunsBackwards() {
    Observation before = robot.observe();
    SkillResult result = robot.execute(skill("go to the " + drivable()), progress -> {});
    assertThat(result.durationS()).isNotNegative();
    assertThat(robot.observe().timeS()).isGreaterThanOrEqualTo(before.timeS());
  }

  @Test
  void progressGrowsWithinItsRange() {
    List<Progress> seen = new ArrayList<>();
    robot.execute(skill("go to the " + drivable()), seen::add);
    assertThat(seen).allSatisfy(p -> assertThat(p.fraction()).isBetween(0.0, 1.0));
    assertThat(seen).extracting(Progress::elapsedS).isSorted();
  }

  @Test
  void bringingNothingFailsForAnEmptyHand() {
    assertThat(robot.execute(skill("bring it to you"), progress -> {}))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.HAND_EMPTY));
  }

  @Test
  void aPlaceOutsideTheVocabularyIsMisuse() {
    GroundedSkill moon =
        new GroundedSkill("go_to", "go to the moon", "go to the place", Map.of("place", "moon"));
    assertThatThrownBy(() -> robot.execute(moon, progress -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moon");
  }

  @Test
  void cancelWithoutARunningSkillHasNoEffect() {
    robot.cancel();
    assertThat(robot.execute(skill("go to the " + drivable()), progress -> {}).succeeded())
        .isTrue();
  }

  @Test
  void afterAnEmergencyStopNothingMoves() {
    GroundedSkill go = skill("go to the " + drivable());
    robot.emergencyStop();
    assertThat(robot.execute(go, progress -> {}).succeeded()).isFalse();
  }

  @Test
  void aClosedRobotRefuses() {
    GroundedSkill go = skill("go to the " + drivable());
    robot.close();
    assertThatThrownBy(() -> robot.execute(go, progress -> {}))
        .isInstanceOf(IllegalStateException.class);
  }
}
