package io.souschef.ros.event;

import io.souschef.skills.text.Shown;

/** Words that a robot sent, as they may be shown and kept: without what a terminal would obey. */
public final class Printable {

  private static final int MOST = 500;

  private Printable() {}

  /** The words on one line, with what is not to be seen written out, and cut where too long. */
  public static String of(String words) {
    if (words.codePointCount(0, words.length()) <= MOST) {
      return Shown.line(words);
    }
    return Shown.line(words.substring(0, words.offsetByCodePoints(0, MOST))) + "...";
  }
}
