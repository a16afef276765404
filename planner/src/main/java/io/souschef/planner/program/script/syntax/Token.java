package io.souschef.planner.program.script.syntax;

/**
 * A word of a script.
 *
 * @param kind what it is
 * @param text as written; of a text what stands between its quotes
 * @param at its first character
 * @param startsLine whether it is the first of its line
 */
record Token(Kind kind, String text, Position at, boolean startsLine) {

  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  /** Words for messages. */
  String words() {
    return switch (kind) {
      case END -> "the end of the script";
      case TEXT -> '"' + shortened() + '"';
      default -> "'" + shortened() + "'";
    };
  }

  private String shortened() {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
