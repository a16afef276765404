package io.souschef.evaluation.statistics;

import java.util.Locale;

/**
 * Two configurations on the same tasks and seeds: McNemar's exact test, a sign test over the pairs
 * in which they differ.
 *
 * @param pairs episodes that both have
 * @param onlyFirst pairs in which only the first succeeded
 * @param onlySecond pairs in which only the second succeeded
 * @param p two-sided probability of a split at least as uneven if both were equally good
 */
public record PairedTest(int pairs, int onlyFirst, int onlySecond, double p) {

  /** Tests {@code onlyFirst} against {@code onlySecond} among {@code pairs}. */
  public static PairedTest mcNemar(int pairs, int onlyFirst, int onlySecond) {
    if (onlyFirst < 0 || onlySecond < 0 || pairs < onlyFirst + onlySecond) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "McNemar's test needs at least as many pairs as differ, got %d pairs, %d and %d",
              pairs,
              onlyFirst,
              onlySecond));
    }
    int discordant = onlyFirst + onlySecond;
    double tail = 0;
    for (int k = 0; k <= Math.min(onlyFirst, onlySecond); k++) {
      tail += Math.exp(logChoose(discordant, k) - discordant * Math.log(2));
    }
    return new PairedTest(pairs, onlyFirst, onlySecond, Math.min(1, 2 * tail));
  }

  /** Natural log of n over k. */
  private static double logChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= k; i++) {
      sum += Math.log((double) (n - k + i) / i);
    }
    return sum;
  }

  /** Second rate minus first rate, in [-1, 1]. */
  public double difference() {
    return pairs == 0 ? 0 : (double) (onlySecond - onlyFirst) / pairs;
  }
}
