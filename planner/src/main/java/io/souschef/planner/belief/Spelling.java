package io.souschef.planner.belief;

import java.util.Locale;

/** How names are written, and how near one is to another. */
final class Spelling {

  private Spelling() {}

  /** Letters and digits alone, in lower case: "night stand" and "nightstand" are one. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Words between blanks, one before and one behind. */
  static String spaced(String name) {
    return " " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  /** Letters that differ at least (Levenshtein's distance). */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + swap);
      }
      before = now;
    }
    return before[b.length()];
  }
}
