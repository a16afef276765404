package io.souschef.planner.program;

import java.util.List;

/**
 * What somebody wants, in order. Immutable.
 *
 * @param statements at least one; a program that wants nothing says so by {@link Reply}
 */
public record Program(List<Statement> statements) {

  public Program {
    statements = List.copyOf(statements);
  }

  /** Whether anything is to be done, on any way through it; a program may only answer. */
  public boolean acts() {
    return acts(statements);
  }

  private static boolean acts(List<Statement> statements) {
    return statements.stream()
        .anyMatch(
            statement ->
                statement instanceof Act
                    || (statement instanceof Branch branch
                        && (acts(branch.then()) || acts(branch.otherwise()))));
  }

  /** The program as people read it: one line of script for each statement. */
  @Override
  public String toString() {
    return Script.of(this);
  }
}
