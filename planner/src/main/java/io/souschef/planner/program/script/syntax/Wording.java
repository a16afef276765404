package io.souschef.planner.program.script.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** What a script says without what says nothing: blanks, comments, kinds of quotes. Stateless. */
public final class Wording {

  private Wording() {}

  /** A text that is the same for scripts that differ in such things alone. */
  public static String of(String source) {
    List<Token> tokens = Lexer.tokens(source, new Problems());
    return tokens.stream()
        .filter(token -> !token.is(";"))
        .map(token -> token.kind() == Token.Kind.TEXT ? '"' + token.text() + '"' : token.text())
        .collect(Collectors.joining(" "));
  }
}
