package io.souschef.training.language.text;

import java.util.List;

/**
 * Wishes that depend on how things are.
 *
 * @param condition what is looked at
 * @param then what is wanted when it holds
 * @param otherwise what is wanted when it does not; may be empty
 */
public record Branch(Condition condition, List<Statement> then, List<Statement> otherwise)
    implements Statement {

  public Branch {
    then = List.copyOf(then);
    otherwise = List.copyOf(otherwise);
  }
}
