package io.souschef.skills.text;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What this program itself does to a terminal: colours and the erasing of the current line. Within
 * text they are marks, and only {@link #shown} makes the terminal's codes of them. A mark holds a
 * secret of the process, so that nobody else's text (a robot's, a server's, a file's) holds one,
 * and a code that others write is shown as an escape like anything else of that kind. Stateless.
 */
public final class Steering {

  /** Noncharacters: Unicode leaves them to a program's own use. */
  private static final char BEGIN = '\uFDD0';

  private static final char END = '\uFDD1';

  private static final String CLEAR_LINE = "clear";

  private Steering() {}

  /** Drawn when the first mark is made: most programs make none. */
  private static final class Secret {

    private static final String TEXT = new BigInteger(80, new SecureRandom()).toString(36);

    private static final Pattern MARK =
        Pattern.compile(BEGIN + TEXT + ":([0-9]{1,3}|" + CLEAR_LINE + ")" + END);
  }

  /**
   * A text in a colour or weight.
   *
   * @param code of ANSI's "select graphic rendition", from 0 to 999: 31 is red, 1 bold
   */
  public static String painted(int code, String text) {
    if (code < 0 || code > 999) {
      throw new IllegalArgumentException("A colour's code is from 0 to 999, got " + code);
    }
    return mark(Integer.toString(code)) + text + mark("0");
  }

  /** Goes to the beginning of the current line and empties it. */
  public static String clearedLine() {
    return mark(CLEAR_LINE);
  }

  private static String mark(String what) {
    return BEGIN + Secret.TEXT + ":" + what + END;
  }

  /** For the terminal: marks as its codes, and whatever else would steer it as escapes. */
  public static String shown(String text) {
    if (text.indexOf(BEGIN) < 0) {
      return harmless(text);
    }
    Matcher marks = Secret.MARK.matcher(text);
    StringBuilder shown = new StringBuilder();
    int end = 0;
    while (marks.find()) {
      shown.append(harmless(text.substring(end, marks.start()))).append(code(marks.group(1)));
      end = marks.end();
    }
    return shown.append(harmless(text.substring(end))).toString();
  }

  private static String code(String what) {
    return what.equals(CLEAR_LINE) ? "\r\u001b[K" : "\u001b[" + what + "m";
  }

  /** Some systems end lines with two characters; together they steer nothing. */
  private static String harmless(String text) {
    return text.indexOf('\r') < 0
        ? Shown.lines(text)
        : Arrays.stream(text.split("\r\n", -1))
            .map(Shown::lines)
            .collect(Collectors.joining("\r\n"));
  }
}
