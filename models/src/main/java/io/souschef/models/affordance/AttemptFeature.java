package io.souschef.models.affordance;

import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;

/** How this very skill failed earlier in the episode; all zeros when it did not. */
enum AttemptFeature implements Feature {
  FAILED(1, "1 when the skill failed and has not succeeded since"),
  TIMES(4, "ln(1 + number of these failures)"),
  STEPS_SINCE(4, "ln(1 + skills executed since the last of them)"),
  CHANGED_SINCE(1, "1 when one of those succeeded"),
  SLIPPED(1, "1 when the last time the object slipped"),
  NOT_FOUND(1, "1 when the last time the object was not found"),
  IN_THE_WAY(1, "1 when the last time something was out of reach or in the way"),
  UNFIT(1, "1 when the last time the object was too heavy or too wide"),
  UNPREPARED(1, "1 when the last time the place was closed or the hand full or empty");

  private final double high;
  private final String meaning;

  AttemptFeature(double high, String meaning) {
    this.high = high;
    this.meaning = meaning;
  }

  static void write(float[] row, int at, Attempts.Failed failed) {
    FAILED.set(row, at, true);
    TIMES.set(row, at, Math.log1p(failed.times()));
    STEPS_SINCE.set(row, at, Math.log1p(failed.stepsSince()));
    CHANGED_SINCE.set(row, at, failed.changedSince());
    of(failed.reason()).ifPresent(reason -> reason.set(row, at, true));
  }

  /**
   * Reasons that pass in the same way share a column, so that what is learned of one that is common
   * in the simulator holds for one that is common elsewhere.
   */
  private static Optional<AttemptFeature> of(FailureReason reason) {
    return switch (reason.sort()) {
      case CHANCE -> Optional.of(SLIPPED);
      case ABSENT -> Optional.of(NOT_FOUND);
      case IN_THE_WAY -> Optional.of(IN_THE_WAY);
      case UNFIT -> Optional.of(UNFIT);
      case UNPREPARED -> Optional.of(UNPREPARED);
      case MACHINE -> Optional.empty();
    };
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
