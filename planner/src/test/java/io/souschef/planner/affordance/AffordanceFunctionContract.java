package io.souschef.planner.affordance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Sketches;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link AffordanceFunction} keeps. */
public abstract class AffordanceFunctionContract {

  private final Observation observation =
      Sketches.observation(
          Sketches.object("coke-1", "coke", Sketches.TABLE),
          Sketches.object("apple-1", "apple", Sketches.FRIDGE));
  private final List<GroundedSkill> skills =
      SkillLibrary.standard().ground(Sketches.vocabulary(), observation);
  private AffordanceFunction function;

  protected abstract AffordanceFunction create();

  @BeforeEach
  void createFunction() {
    function = create();
  }

  @AfterEach
  void closeFunction() {
    function.close();
  }

  @Test
  void everySkillGetsAProbability() {
    assertThat(function.values(observation, skills))
        .hasSize(skills.size())
        .satisfies(
            values -> {
              for (double value : values) {
                assertThat(value).isBetween(0.0, 1.0);
              }
            });
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void everySkillGetsAProbabilityAlsoAfterFailures(FailureReason reason) {
    SkillResult failed = new SkillResult.Failed(1, reason, "Failed");
    Attempts earlier = Attempts.none();
    for (GroundedSkill skill : skills) {
      earlier = earlier.and(skill, failed);
    }
    assertThat(function.values(observation, earlier, skills))
        .hasSize(skills.size())
        .satisfies(values -> assertThat(DoubleStream.of(values)).allMatch(v -> v >= 0 && v <= 1));
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    assertThat(function.values(observation, skills))
        .containsExactly(function.values(observation, skills));
  }

  @Test
  void theOrderOfTheSkillsDoesNotMatter() {
    List<GroundedSkill> reversed = new java.util.ArrayList<>(skills);
    Collections.reverse(reversed);
    double[] forward = function.values(observation, skills);
    double[] backward = function.values(observation, reversed);
    for (int i = 0; i < forward.length; i++) {
      assertThat(backward[forward.length - 1 - i])
          .isCloseTo(forward[i], org.assertj.core.data.Offset.offset(1e-5));
    }
  }

  @Test
  void noSkillsNeedNoValues() {
    assertThat(function.values(observation, List.of())).isEmpty();
  }
}
