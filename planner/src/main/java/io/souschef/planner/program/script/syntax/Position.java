package io.souschef.planner.program.script.syntax;

/**
 * A place in a script.
 *
 * @param line from 1
 * @param column from 1, in characters as Java counts them
 */
public record Position(int line, int column) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    return line == other.line ? column - other.column : line - other.line;
  }

  @Override
  public String toString() {
    return "Line %s, column %s".formatted(line, column);
  }
}
