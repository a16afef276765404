package io.souschef.sim.behavior.run;

import io.souschef.skills.failure.FailureReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries the end of a skill from wherever in a motion it was found out to the one place that turns
 * it into a result. It never leaves the simulated robot.
 */
public final class SkillEnd extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable FailureReason reason;

  private SkillEnd(@Nullable FailureReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The skill failed. */
  public static SkillEnd failed(FailureReason reason, String message) {
    return new SkillEnd(reason, message);
  }

  /** Somebody canceled it. */
  public static SkillEnd canceled() {
    return new SkillEnd(null, "Canceled");
  }

  /** Why it failed; empty when it was canceled. */
  public Optional<FailureReason> reason() {
    return Optional.ofNullable(reason);
  }

  /** What happened, one sentence; never null. */
  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
