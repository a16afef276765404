package io.souschef.planner.program;

import java.util.List;

/**
 * Statements that depend on how things are.
 *
 * @param test what is looked at
 * @param then what is wanted when it holds
 * @param otherwise what is wanted when it does not; may be empty
 */
public record Branch(Test test, List<Statement> then, List<Statement> otherwise)
    implements Statement {

  public Branch {
    then = List.copyOf(then);
    otherwise = List.copyOf(otherwise);
  }
}
