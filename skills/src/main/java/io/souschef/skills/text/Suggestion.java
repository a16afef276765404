package io.souschef.skills.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a mistyped word was meant to be. Stateless. */
public final class Suggestion {

  private Suggestion() {}

  /** The known word that is nearest, if it is near: one slip for every three letters. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> slips(word, candidate) <= most)
        .min(
            Comparator.comparingInt((String candidate) -> slips(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A key held down too long is no slip. */
  private static int slips(String word, String candidate) {
    return distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }

  /** "; did you mean 'run'?", or nothing. */
  public static String question(String word, Collection<String> known) {
    return nearest(word, known).map("; did you mean '%s'?"::formatted).orElse("");
  }

  /**
   * Letters put in, left out, changed or swapped with their neighbour: optimal string alignment,
   * Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964).
   */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int k = 0; k <= other.length(); k++) {
        if (i == 0 || k == 0) {
          cost[i][k] = i + k;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
        int least =
            Math.min(cost[i - 1][k - 1] + change, Math.min(cost[i - 1][k], cost[i][k - 1]) + 1);
        boolean swapped =
            i > 1
                && k > 1
                && one.charAt(i - 1) == other.charAt(k - 2)
                && one.charAt(i - 2) == other.charAt(k - 1);
        cost[i][k] = swapped ? Math.min(least, cost[i - 2][k - 2] + 1) : least;
      }
    }
    return cost[one.length()][other.length()];
  }
}
