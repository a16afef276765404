package io.souschef.planner.program.script.syntax;

import java.util.List;

/** Where a parser stands in its tokens, and how deep. Used by one thread. */
final class Cursor {

  /** As deep as statements and expressions may be nested in each other. */
  static final int DEEPEST = 32;

  private final List<Token> tokens;
  private int index;
  private int depth;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(index);
  }

  Token peekSecond() {
    return tokens.get(Math.min(index + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(index);
    if (token.kind() != Token.Kind.END) {
      index++;
    }
    return token;
  }

  boolean isAt(String sign) {
    return peek().is(sign);
  }

  boolean isAtEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** Takes a sign if it stands here. */
  boolean take(String sign) {
    if (isAt(sign)) {
      next();
      return true;
    }
    return false;
  }

  /** Takes a sign that must stand here. */
  Token expect(String sign, String where) {
    if (!isAt(sign)) {
      throw wrong(
          "%s stands where '%s' is expected %s: write it before"
              .formatted(capital(peek().words()), sign, where));
    }
    return next();
  }

  /** A name for a variable, a parameter or a function. */
  String newName(String of) {
    Token token = peek();
    if (token.kind() != Token.Kind.NAME) {
      throw wrong("%s is no name of %s: write a word".formatted(capital(token.words()), of));
    }
    Forbidden.reason(token.text())
        .ifPresent(
            reason -> {
              throw wrong(reason);
            });
    if (Forbidden.isKeyword(token.text())) {
      throw wrong("'%s' is a word of the language: choose another name".formatted(token.text()));
    }
    return next().text();
  }

  /** One level down; {@link #up} comes back. */
  void down() {
    if (++depth > DEEPEST) {
      throw wrong("This is nested more than %s deep: name parts of it".formatted(DEEPEST));
    }
  }

  void up() {
    depth--;
  }

  int depth() {
    return depth;
  }

  int index() {
    return index;
  }

  /** Goes on after a mistake: to the next statement, over whole blocks. */
  void recover(int from, int atDepth) {
    depth = atDepth;
    if (index == from && !isAt("}")) {
      next();
    }
    int braces = 0;
    while (!isAtEnd()) {
      if (braces == 0 && (peek().startsLine() || isAt("}"))) {
        return;
      }
      Token token = next();
      if (token.is("{")) {
        braces++;
      } else if (token.is("}")) {
        braces--;
        if (braces == 0) {
          return;
        }
      } else if (token.is(";") && braces == 0) {
        return;
      }
    }
  }

  SyntaxError wrong(String message) {
    return new SyntaxError(peek().at(), message);
  }

  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** A mistake; the statement that has it is left out. */
  static final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position at;

    SyntaxError(Position at, String message) {
      super(message, null, false, false);
      this.at = at;
    }

    Position at() {
      return at;
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }
}
