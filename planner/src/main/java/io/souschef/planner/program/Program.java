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

  /** The program as people read it: one line of script for each statement. */
  @Override
  public String toString() {
    return Script.of(this);
  }
}
