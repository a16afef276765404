package io.souschef.planner.affordance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final GroundedSkill PICK = skill("pick up the coke");
  private static final GroundedSkill FIND = skill("find a coke");
  private static final SkillResult DONE = new SkillResult.Succeeded(1, "Done");

  private static GroundedSkill skill(String text) {
    return new GroundedSkill("some", text, text, Map.of());
  }

  private static SkillResult failed(FailureReason reason) {
    return new SkillResult.Failed(1, reason, "Failed");
  }

  @Test
  void failuresOfASkillAreCountedAndTheLastReasonIsKept() {
    Attempts attempts =
        Attempts.none()
            .and(PICK, failed(FailureReason.SLIPPED))
            .and(PICK, failed(FailureReason.UNREACHABLE));
    assertThat(attempts.of(PICK))
        .contains(new Attempts.Failed(2, FailureReason.UNREACHABLE, 0, false));
    assertThat(attempts.of(FIND)).isEmpty();
  }

  @Test
  void whatHappenedSinceIsTold() {
    Attempts attempts =
        Attempts.none()
            .and(PICK, failed(FailureReason.SLIPPED))
            .and(FIND, failed(FailureReason.NOT_FOUND));
    assertThat(attempts.of(PICK)).contains(new Attempts.Failed(1, FailureReason.SLIPPED, 1, false));
    assertThat(attempts.and(FIND, DONE).of(PICK))
        .contains(new Attempts.Failed(1, FailureReason.SLIPPED, 2, true));
  }

  @Test
  void aSkillThatSucceedsIsForgottenAndOneThatWasCanceledIsNot() {
    Attempts attempts = Attempts.none().and(PICK, failed(FailureReason.SLIPPED));
    assertThat(attempts.and(PICK, DONE).of(PICK)).isEmpty();
    assertThat(attempts.and(PICK, new SkillResult.Canceled(1, "Stopped")).of(PICK))
        .map(Attempts.Failed::times)
        .contains(1);
  }

  @Test
  void earlierAttemptsAreNotChangedByLaterOnes() {
    Attempts first = Attempts.none().and(PICK, failed(FailureReason.SLIPPED));
    first.and(PICK, DONE);
    assertThat(first.of(PICK)).isPresent();
    assertThat(Attempts.none().of(PICK)).isEmpty();
  }
}
