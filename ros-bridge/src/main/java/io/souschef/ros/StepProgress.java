package io.souschef.ros;

import io.souschef.skills.execution.Progress;
import java.util.function.Consumer;

/** Progress of one of a skill's commands as progress of the skill; never runs backwards. */
final class StepProgress {

  private final Consumer<Progress> listener;
  private final double beforeS;
  private final int index;
  private final int count;
  private double fraction;
  private double elapsedS;

  StepProgress(Consumer<Progress> listener, double beforeS, int index, int count) {
    this.listener = listener;
    this.beforeS = beforeS;
    this.index = index;
    this.count = count;
  }

  /**
   * Tells where the command is.
   *
   * @param part of the command done, in [0, 1]
   * @param seconds since the command was sent
   */
  void tell(String phase, double part, double seconds) {
    double within = Math.max(0, Math.min(1, part));
    fraction = Math.max(fraction, (index + within) / count);
    elapsedS = Math.max(elapsedS, beforeS + seconds);
    listener.accept(new Progress(phase, fraction, elapsedS));
  }
}
