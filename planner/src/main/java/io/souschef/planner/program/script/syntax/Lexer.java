package io.souschef.planner.program.script.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into tokens. Characters are ASCII outside of texts, so that none looks like
 * another.
 */
final class Lexer {

  private static final List<String> SIGNS =
      List.of(
          "===", "!==", "=>", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "(", ")",
          "{", "}", "[", "]", ",", ";", ".", "<", ">", "+", "-", "*", "/", "%", "=", "!", "?", ":");

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_DIGITS = 12;

  private final String source;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();
  private int index;
  private int line = 1;
  private int lineStart;
  private boolean startsLine = true;

  private Lexer(String source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** All tokens, the last an END. */
  static List<Token> tokens(String source, Problems problems) {
    Lexer lexer = new Lexer(source, problems);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    if (source.startsWith("\uFEFF")) {
      index = 1;
    }
    while (index < source.length() && !problems.areEnough()) {
      char c = source.charAt(index);
      if (isNewline(c)) {
        newline();
      } else if (c == ' ' || c == '\t') {
        index++;
      } else if (source.startsWith("//", index)) {
        skipLine();
      } else if (source.startsWith("/*", index)) {
        skipComment();
      } else if (c == '"' || c == '\'') {
        text(c);
      } else if (c >= '0' && c <= '9') {
        number();
      } else if (isNameStart(c)) {
        name();
      } else {
        sign(c);
      }
    }
    add(Token.Kind.END, "", here());
  }

  private void newline() {
    if (source.startsWith("\r\n", index)) {
      index++;
    }
    index++;
    line++;
    lineStart = index;
    startsLine = true;
  }

  private void skipLine() {
    while (index < source.length() && !isNewline(source.charAt(index))) {
      index++;
    }
  }

  private void skipComment() {
    Position start = here();
    index += 2;
    while (index < source.length() && !source.startsWith("*/", index)) {
      if (isNewline(source.charAt(index))) {
        newline();
      } else {
        index++;
      }
    }
    if (index >= source.length()) {
      problems.add(start, "This comment does not end: write */ after it");
    }
    index = Math.min(source.length(), index + 2);
  }

  private void text(char quote) {
    Position start = here();
    StringBuilder text = new StringBuilder();
    index++;
    while (index < source.length() && source.charAt(index) != quote) {
      char c = source.charAt(index);
      if (isNewline(c)) {
        break;
      }
      if (c == '\\') {
        index++;
        escape(text);
      } else {
        if (isInvisible(c)) {
          problems.add(
              here(), "An invisible character (%s) stands here: delete it".formatted(code(c)));
        }
        text.append(c);
        index++;
      }
    }
    if (index >= source.length() || source.charAt(index) != quote) {
      problems.add(start, "This text does not end on its line: write %s after it".formatted(quote));
    } else {
      index++;
    }
    if (text.length() > LONGEST_TEXT) {
      problems.add(start, "A text has at most %s characters: shorten it".formatted(LONGEST_TEXT));
    }
    add(Token.Kind.TEXT, text.toString(), start);
  }

  private void escape(StringBuilder text) {
    char c = index < source.length() ? source.charAt(index) : ' ';
    switch (c) {
      case '"', '\'', '\\' -> text.append(c);
      case 'n', 't' -> text.append(' ');
      default -> {
        problems.add(
            here(), "'\\%s' is not known: after \\ may come \", ' or \\".formatted(printable(c)));
        return;
      }
    }
    index++;
  }

  private void number() {
    Position start = here();
    int from = index;
    while (index < source.length() && isNamePart(source.charAt(index))) {
      index++;
    }
    if (index + 1 < source.length()
        && source.charAt(index) == '.'
        && Character.isDigit(source.charAt(index + 1))) {
      index++;
      while (index < source.length() && isNamePart(source.charAt(index))) {
        index++;
      }
    }
    String number = source.substring(from, index);
    if (!number.matches("(0|[1-9][0-9]{0,%s})(\\.[0-9]{1,6})?".formatted(MOST_DIGITS - 1))) {
      String shown = number.length() > 40 ? number.substring(0, 40) + "..." : number;
      problems.add(
          start,
          "'%s' is no number: write digits as in 3 or 2.5, at most %s"
              .formatted(shown, MOST_DIGITS));
      number = "1";
    }
    add(Token.Kind.NUMBER, number, start);
  }

  private void name() {
    Position start = here();
    int from = index;
    while (index < source.length() && isNamePart(source.charAt(index))) {
      index++;
    }
    String name = source.substring(from, index);
    if (name.length() > LONGEST_NAME) {
      problems.add(start, "A name has at most %s letters: shorten it".formatted(LONGEST_NAME));
    }
    add(Token.Kind.NAME, name, start);
  }

  private void sign(char c) {
    for (String sign : SIGNS) {
      if (source.startsWith(sign, index)) {
        add(Token.Kind.SIGN, sign, here());
        index += sign.length();
        return;
      }
    }
    problems.add(here(), unknown(c));
    index++;
    // A row of strange characters is one mistake.
    while (index < source.length()
        && source.charAt(index) > '~'
        && !isNewline(source.charAt(index))) {
      index++;
    }
  }

  private static String unknown(char c) {
    return switch (c) {
      case '`' -> "'`' is not known: write texts as \"...\" and join them with +";
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' ->
          "'%s' is no quote here: write \"".formatted(c);
      case '\u2018', '\u2019' -> "'%s' is no quote here: write '".formatted(c);
      case '\u00a0' -> "A blank that does not break stands here: type an ordinary blank";
      case '\\' -> "'\\' stands in texts only: write names with the letters a to z";
      default ->
          isInvisible(c)
              ? "An invisible character (%s) stands here: delete it".formatted(code(c))
              : "'%s' is not known: names have the letters a to z, all else stands in quotes"
                  .formatted(printable(c));
    };
  }

  private void add(Token.Kind kind, String text, Position at) {
    tokens.add(new Token(kind, text, at, startsLine));
    startsLine = false;
  }

  private Position here() {
    return new Position(line, index - lineStart + 1);
  }

  private static boolean isNewline(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL || type == Character.PRIVATE_USE;
  }

  private static String code(char c) {
    return String.format(java.util.Locale.ROOT, "U+%04X", (int) c);
  }

  private static String printable(char c) {
    return isInvisible(c) || Character.isSurrogate(c) ? code(c) : String.valueOf(c);
  }
}
