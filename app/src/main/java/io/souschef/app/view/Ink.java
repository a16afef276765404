package io.souschef.app.view;

import io.souschef.skills.text.Steering;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Bars, colours and width of a terminal.
 *
 * @param colours whether to use ANSI escapes
 * @param columns characters in a row, at least {@value #LEAST_COLUMNS}
 */
public record Ink(boolean colours, int columns) {

  private static final int LEAST_COLUMNS = 40;

  /** Where nobody knows how wide it is, as in a file. */
  private static final int USUAL_COLUMNS = 100;

  public Ink {
    columns = Math.max(LEAST_COLUMNS, columns);
  }

  /** Of the usual width. */
  public Ink(boolean colours) {
    this(colours, USUAL_COLUMNS);
  }

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  /**
   * Colours where a person looks, has not declined them (no-color.org) and has a terminal that
   * knows them.
   *
   * @param terminal whether standard output is a terminal; the launcher knows, the virtual machine
   *     does not
   * @param columns its width, likewise; empty where that is not known
   */
  public static Ink forOutput(
      boolean terminal, OptionalInt columns, Map<String, String> environment) {
    boolean declined = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean plain = environment.getOrDefault("TERM", "").equals("dumb");
    return new Ink(terminal && !declined && !plain, columns.orElse(USUAL_COLUMNS));
  }

  /** Cut to a length, with a mark where something is missing. */
  static String shorten(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /**
   * A text in rows that fit, broken at blanks where there are any.
   *
   * @param indent put before every row but the first, which the caller begins
   */
  public String wrap(String text, String indent) {
    int room = columns - indent.length();
    StringBuilder rows = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ")) {
      String rest = word;
      if (length > 0 && length + 1 + rest.length() > room) {
        rows.append('\n').append(indent);
        length = 0;
      } else if (length > 0) {
        rows.append(' ');
        length++;
      }
      while (rest.length() > room) {
        rows.append(rest, 0, room).append('\n').append(indent);
        rest = rest.substring(room);
      }
      rows.append(rest);
      length += rest.length();
    }
    return rows.toString();
  }

  /** A bar of {@code width} cells filled to {@code fraction}, which lies in [0, 1]. */
  static String bar(double fraction, int width) {
    int eighths = (int) Math.round(Math.max(0, Math.min(1, fraction)) * width * 8);
    StringBuilder bar = new StringBuilder("█".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    return bar.append(" ".repeat(width - bar.length())).toString();
  }

  /** Of something that is as it should be. */
  public String good(String text) {
    return green(text);
  }

  /** Of something that is not. */
  public String bad(String text) {
    return red(text);
  }

  String blue(String text) {
    return paint(34, text);
  }

  String red(String text) {
    return paint(31, text);
  }

  String green(String text) {
    return paint(32, text);
  }

  String bold(String text) {
    return paint(1, text);
  }

  String faint(String text) {
    return paint(2, text);
  }

  private String paint(int code, String text) {
    return colours ? Steering.painted(code, text) : text;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
