package io.souschef.planner.program.script.run;

import java.time.Duration;

/**
 * How much a program may do.
 *
 * @param statements statements in all
 * @param calls acts, skills and sentences in all
 * @param looks questions about the kitchen in all
 * @param rounds rounds of one {@code while} loop
 * @param textLength characters of a text
 * @param time wall time; a skill that is running then is not broken off
 */
public record Limits(
    int statements, int calls, int looks, int rounds, int textLength, Duration time) {

  /** Values that are worked out for each statement that may run, all taken together. */
  private static final int VALUES_A_STATEMENT = 100;

  /** Values that are worked out in all: a single statement may hold thousands. */
  long values() {
    return (long) statements * VALUES_A_STATEMENT;
  }

  /** What no sensible program reaches. */
  public static final Limits STANDARD =
      new Limits(10_000, 200, 2_000, 100, 10_000, Duration.ofHours(2));
}
