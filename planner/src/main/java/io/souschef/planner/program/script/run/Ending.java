package io.souschef.planner.program.script.run;

import io.souschef.planner.program.script.syntax.Position;
import java.util.Optional;

/**
 * How a program ended.
 *
 * @param kind in which way
 * @param message one sentence for the person
 * @param at the statement that ended it, or the first that failed; empty when all were done
 * @param failures acts that were not achieved and not caught
 */
public record Ending(Kind kind, String message, Optional<Position> at, int failures) {

  /** Ways to end. */
  public enum Kind {
    DONE,
    /** Something was not achieved, and the program did not catch it; acts after it were tried. */
    FAILED,
    /** {@code refuse}. */
    REFUSED,
    /** {@code stop}. */
    STOPPED,
    /** A limit was reached. */
    LIMIT
  }
}
