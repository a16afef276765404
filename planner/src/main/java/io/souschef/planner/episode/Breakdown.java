package io.souschef.planner.episode;

import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;

/** What a plug-in's failure is called in an episode. Stateless. */
final class Breakdown {

  private Breakdown() {}

  /** The words of a failure that has some; of any other also what kind it is. */
  static String words(Throwable e) {
    String message = e.getMessage();
    boolean spoken =
        e instanceof RobotException
            || e instanceof ScoringException
            || e instanceof MachineException
            || e instanceof InvalidInputException;
    if (spoken && message != null) {
      return message;
    }
    String kind = e.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ": " + message;
  }
}
