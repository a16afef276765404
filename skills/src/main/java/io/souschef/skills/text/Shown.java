package io.souschef.skills.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Text from outside (a robot, a server, a file) made fit to be shown: what would steer a terminal,
 * turn the direction of writing or forge a line is written as an escape. Stateless.
 */
public final class Shown {

  private Shown() {}

  /** On one line: line ends are escaped, too. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Over several lines: line ends and tabulators stay. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  /**
   * Whether a character may stand in what is shown: it is no control character, neither of the
   * terminal nor of the direction of writing, and no half of a character.
   */
  public static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Joiners are part of writing and of pictures; the rest of this kind is invisible.
      case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D || codePoint >= 0xE0000;
      default -> true;
    };
  }

  /** The first character that may not stand in a word: "U+001B"; empty when all may. */
  public static Optional<String> harmful(String word) {
    return word.codePoints()
        .filter(c -> !isHarmless(c))
        .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
        .findFirst();
  }

  private static String escaped(String text, boolean keepLines) {
    if (text.codePoints().allMatch(Shown::isHarmless)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c) || (keepLines && (c == '\n' || c == '\t'))) {
                shown.appendCodePoint(c);
              } else {
                shown.append(escape(c));
              }
            });
    return shown.toString();
  }

  /** As in Java and JSON, so that an escape within a JSON text keeps its meaning. */
  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", c);
    };
  }
}
