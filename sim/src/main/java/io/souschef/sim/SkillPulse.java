package io.souschef.sim;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.picture.SceneView;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.failure.FailureReason;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What happens between two steps of a skill. */
final class SkillPulse implements Run.Pulse {

  private static final double LONGEST_SKILL_S = 150;

  private final DoubleSupplier clock;
  private final Runnable disturbances;
  private final Onlookers onlookers;
  private final Supplier<SceneView> view;
  private final BooleanSupplier isEnding;

  private final double startS;
  private final long startNanos = System.nanoTime();
  private final Consumer<Progress> progress;

  /**
   * The pulse of a skill that begins now.
   *
   * @param clock of the world, seconds
   * @param disturbances does what is due
   * @param onlookers told of each step; they may change the pace while the skill runs
   * @param view what a picture shows
   * @param isEnding whether the skill was canceled or the robot stopped
   */
  SkillPulse(
      DoubleSupplier clock,
      Runnable disturbances,
      Onlookers onlookers,
      Supplier<SceneView> view,
      BooleanSupplier isEnding,
      Consumer<Progress> progress) {
    this.clock = clock;
    this.disturbances = disturbances;
    this.onlookers = onlookers;
    this.view = view;
    this.isEnding = isEnding;
    this.startS = clock.getAsDouble();
    this.progress = progress;
  }

  @Override
  public void afterStep() {
    double now = clock.getAsDouble();
    double elapsed = now - startS;
    disturbances.run();
    onlookers.tell(now, view);
    if (isEnding.getAsBoolean()) {
      throw SkillEnd.canceled();
    }
    if (elapsed > LONGEST_SKILL_S) {
      throw SkillEnd.failed(
          FailureReason.TIMED_OUT,
          String.format(Locale.ROOT, "The skill took longer than %.0f s", LONGEST_SKILL_S));
    }
    if (onlookers.pace() == Pace.REAL) {
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
