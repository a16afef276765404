package io.souschef.evaluation.statistics;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share of successes with its 95% interval.
 *
 * @param successes how many of them succeeded
 * @param trials how many there were
 * @param rate successes over trials; 0 when there were none
 * @param low lower end of the Wilson interval
 * @param high upper end of the Wilson interval
 */
public record Rate(int successes, int trials, double rate, double low, double high) {

  private static final double ERROR = 0.05;

  /**
   * The score interval of Wilson, "Probable Inference, the Law of Succession, and Statistical
   * Inference", JASA 22 (1927). Unlike the textbook interval it stays inside [0, 1] and keeps its
   * coverage for few trials and for rates near 0 and 1.
   *
   * @throws IllegalArgumentException when there are fewer trials than successes
   */
  public static Rate wilson(int successes, int trials) {
    if (successes < 0 || trials < successes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A rate needs 0 <= successes <= trials, got %d of %d",
              successes,
              trials));
    }
    if (trials == 0) {
      return new Rate(0, 0, 0, 0, 1);
    }
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, ERROR);
    return new Rate(
        successes,
        trials,
        (double) successes / trials,
        interval.getLowerBound(),
        interval.getUpperBound());
  }

  /** "84% [78, 89], 136 of 162". */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%.0f%% [%.0f, %.0f], %d of %d",
        100 * rate,
        100 * low,
        100 * high,
        successes,
        trials);
  }
}
