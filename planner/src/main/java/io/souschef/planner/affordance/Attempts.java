package io.souschef.planner.affordance;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What failed earlier in an episode: a robot that was out of reach a moment ago still is, while a
 * grip that slipped may hold the next time. A skill that succeeds is forgotten. Immutable.
 */
public final class Attempts {

  private static final Attempts NONE = new Attempts(Map.of());

  private final Map<GroundedSkill, Failed> failed;

  private Attempts(Map<GroundedSkill, Failed> failed) {
    this.failed = Map.copyOf(failed);
  }

  /**
   * A skill that failed and has not succeeded since.
   *
   * @param times how often, at least 1
   * @param reason why, the last time
   * @param stepsSince skills executed after that
   * @param changedSince whether any of those succeeded
   */
  public record Failed(int times, FailureReason reason, int stepsSince, boolean changedSince) {

    private Failed after(SkillResult another) {
      return new Failed(times, reason, stepsSince + 1, changedSince || another.succeeded());
    }
  }

  /** The start of an episode. */
  public static Attempts none() {
    return NONE;
  }

  /** These and one more; a canceled skill says nothing of itself. */
  public Attempts and(GroundedSkill skill, SkillResult result) {
    Map<GroundedSkill, Failed> next = new HashMap<>();
    failed.forEach((other, failure) -> next.put(other, failure.after(result)));
    if (result.succeeded()) {
      next.remove(skill);
    } else if (result instanceof SkillResult.Failed failure) {
      int before = of(skill).map(Failed::times).orElse(0);
      next.put(skill, new Failed(before + 1, failure.reason(), 0, false));
    }
    return new Attempts(next);
  }

  /** How a skill failed; empty when it did not, or succeeded since. */
  public Optional<Failed> of(GroundedSkill skill) {
    return Optional.ofNullable(failed.get(skill));
  }
}
