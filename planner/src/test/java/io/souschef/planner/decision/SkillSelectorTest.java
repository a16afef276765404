package io.souschef.planner.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillSelectorTest {

  private static final GroundedSkill A = new GroundedSkill("a", "a", "a", Map.of());
  private static final GroundedSkill B = new GroundedSkill("b", "b", "b", Map.of());

  private final SkillSelector selector = new SkillSelector();

  @Test
  void theProductDecides() {
    Decision decision =
        selector.select(
            List.of(A, B), new double[] {Math.log(0.6), Math.log(0.4)}, new double[] {0.5, 0.9});
    assertThat(decision.chosen().skill()).isEqualTo(B);
    assertThat(decision.chosen().combined()).isCloseTo(0.36, offset(1e-9));
  }

  @Test
  void sayIsAShareOfAllCandidates() {
    Decision decision =
        selector.select(List.of(A, B), new double[] {-1000, -1000}, new double[] {1, 1});
    assertThat(decision.candidates()).extracting(Candidate::say).containsExactly(0.5, 0.5);
  }

  @Test
  void tiesFallToTheWords() {
    assertThat(
            selector.select(List.of(B, A), new double[] {-1, -1}, new double[] {1, 1}).candidates())
        .extracting(Candidate::skill)
        .containsExactly(A, B);
  }

  @Test
  void whatIsImpossibleForAllFallsToTheMostUseful() {
    Decision decision = selector.select(List.of(A, B), new double[] {-3, -1}, new double[] {0, 0});
    assertThat(decision.chosen().skill()).isEqualTo(B);
  }

  @Test
  void scoresOutOfRangeAreNamed() {
    assertThatThrownBy(
            () -> selector.select(List.of(A), new double[] {Double.NaN}, new double[] {1}))
        .hasMessage("Skill 'a' has log-probability NaN; it must be at most 0");
    assertThatThrownBy(() -> selector.select(List.of(A), new double[] {-1}, new double[] {1.5}))
        .hasMessage("Skill 'a' has success probability 1.5; it must lie in [0, 1]");
  }
}
