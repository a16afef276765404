package io.souschef.sim;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.Progress;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/** What happens between two steps of a skill. */
final class SkillPulse implements Run.Pulse {

  private static final double LONGEST_SKILL_S = 150;

  private final DoubleSupplier clock;
  private final Runnable disturbances;
  private final DoubleConsumer onlookers;
  private final BooleanSupplier isEnding;
  private final Pace pace;

  private final double startS;
  private final long startNanos = System.nanoTime();
  private final Consumer<Progress> progress;

  /**
   * The pulse of a skill that begins now.
   *
   * @param clock of the world, seconds
   * @param disturbances does what is due
   * @param onlookers told the time of the world after each step, seconds
   * @param isEnding whether the skill was canceled or the robot stopped
   */
  SkillPulse(
      DoubleSupplier clock,
      Runnable disturbances,
      DoubleConsumer onlookers,
      BooleanSupplier isEnding,
      Pace pace,
      Consumer<Progress> progress) {
    this.clock = clock;
    this.disturbances = disturbances;
    this.onlookers = onlookers;
    this.isEnding = isEnding;
    this.pace = pace;
    this.startS = clock.getAsDouble();
    this.progress = progress;
  }

  @Override
  public void afterStep() {
    double now = clock.getAsDouble();
    double elapsed = now - startS;
    disturbances.run();
    onlookers.accept(now);
    if (isEnding.getAsBoolean()) {
      throw SkillEnd.canceled();
    }
    if (elapsed > LONGEST_SKILL_S) {
      throw SkillEnd.failed(
          FailureReason.TIMED_OUT,
          String.format(Locale.ROOT, "The skill took longer than %.0f s", LONGEST_SKILL_S));
    }
    if (pace == Pace.REAL) {
      sleepUntil(startNanos + (long) (elapsed * 1e9));
    }
  }

  @Override
  public void report(String phase, double fraction, double elapsedS) {
    progress.accept(new Progress(phase, fraction, elapsedS));
  }

  private void sleepUntil(long nanos) {
    long left = nanos - System.nanoTime();
    if (left > 5_000_000) {
      try {
        Thread.sleep(left / 1_000_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw SkillEnd.canceled();
      }
    }
  }
}
