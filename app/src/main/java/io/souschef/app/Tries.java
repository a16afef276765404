package io.souschef.app;

import io.souschef.planner.program.draft.Draftsman;
import io.souschef.planner.rehearsal.Ranking;
import io.souschef.skills.failure.InvalidInputException;

/**
 * How often is tried to get a program right.
 *
 * @param samples programs that a model behind a server writes for a request, and meanings that are
 *     rehearsed, at most; in [1, {@value #MOST}]
 * @param mends how often mistakes and failures go back to such a model, in [0, {@value #MOST}]
 */
public record Tries(int samples, int mends) {

  /** More would only cost time. */
  public static final int MOST = 50;

  public static final Tries STANDARD =
      new Tries(Draftsman.Settings.STANDARD.samples(), Draftsman.Settings.STANDARD.mends());

  /**
   * Checks.
   *
   * @throws InvalidInputException naming the option and its range
   */
  public Tries {
    if (samples < 1 || samples > MOST) {
      throw new InvalidInputException(
          "--samples must be in 1 to %s, got %s".formatted(MOST, samples));
    }
    if (mends < 0 || mends > MOST) {
      throw new InvalidInputException("--mends must be in 0 to %s, got %s".formatted(MOST, mends));
    }
  }

  Draftsman.Settings drafts() {
    Draftsman.Settings usual = Draftsman.Settings.STANDARD;
    return new Draftsman.Settings(samples, mends, usual.temperature(), usual.maxTokens());
  }

  Ranking ranking() {
    return Ranking.STANDARD.of(samples);
  }
}
