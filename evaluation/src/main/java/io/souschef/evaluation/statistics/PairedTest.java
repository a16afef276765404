package io.souschef.evaluation.statistics;

import java.util.Locale;
import org.apache.commons.statistics.inference.BinomialTest;

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
    // Pairs that never differ tell nothing, and the library wants at least one trial.
    double p =
        discordant == 0
            ? 1
            : BinomialTest.withDefaults().test(discordant, onlyFirst, 0.5).getPValue();
    return new PairedTest(pairs, onlyFirst, onlySecond, p);
  }

  /** Second rate minus first rate, in [-1, 1]. */
  public double difference() {
    return pairs == 0 ? 0 : (double) (onlySecond - onlyFirst) / pairs;
  }
}
