package io.souschef.app.view;

import java.util.Locale;

/**
 * Bars and colours for a terminal.
 *
 * @param colours whether to use ANSI escapes
 */
public record Ink(boolean colours) {

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  /**
   * Colours where a person looks and has not declined them (no-color.org).
   *
   * @param terminal whether standard output is a terminal; the launcher knows, the virtual machine
   *     does not
   */
  public static Ink forOutput(boolean terminal) {
    return new Ink(terminal && System.getenv("NO_COLOR") == null);
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
    return paint("34", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  String green(String text) {
    return paint("32", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
