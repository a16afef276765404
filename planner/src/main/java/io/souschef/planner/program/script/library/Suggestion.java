package io.souschef.planner.program.script.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** "Did you mean ...?" */
public final class Suggestion {

  private static final int LONGEST = 60;
  private static final int SHOWN = 8;

  private Suggestion() {}

  /** The mend for a word that is none of these. */
  public static String mend(String word, Collection<String> known) {
    Optional<String> nearest = nearest(word, known);
    if (nearest.isPresent()) {
      return "did you mean '%s'?".formatted(nearest.get());
    }
    if (known.isEmpty()) {
      return "none are known";
    }
    List<String> some = new ArrayList<>(new TreeSet<>(known));
    return some.size() <= SHOWN
        ? "known are " + String.join(", ", some)
        : "known are %s and %d more"
            .formatted(String.join(", ", some.subList(0, SHOWN)), some.size() - SHOWN);
  }

  /** The known word that is only a slip or two away. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = plain(word);
    String best = null;
    int least = 1 + Math.max(1, wanted.length() / 3);
    for (String candidate : new TreeSet<>(known)) {
      if (candidate.length() > LONGEST) {
        continue;
      }
      int distance = distance(wanted, plain(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** pickUp, pick_up and "pick up" are one word. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
  }

  /** Letters to add, take away or replace, and neighbours to swap (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
