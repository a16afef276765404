package io.souschef.rosbridge.event;

/**
 * Words that a robot sent, as they may be shown: a terminal would obey control characters, and some
 * of Unicode's turn text around.
 */
public final class Printable {

  private static final int MOST = 500;

  private Printable() {}

  /** The words with every character that is not to be seen written out, and cut where too long. */
  public static String of(String words) {
    StringBuilder shown = new StringBuilder();
    int[] points = words.codePoints().limit(MOST + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, MOST); i++) {
      if (isSeen(points[i])) {
        shown.appendCodePoint(points[i]);
      } else {
        shown.append("\\u%04x".formatted(points[i]));
      }
    }
    return points.length > MOST ? shown.append("...").toString() : shown.toString();
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
