package io.souschef.planner.program.script.syntax;

import java.util.List;

/**
 * A script that is well formed, and not yet known to make sense.
 *
 * @param functions those it declares
 * @param statements what it does, in order
 */
public record Tree(List<Function> functions, List<Node> statements) {

  /** {@code function fetch(what, from) { ... }}. */
  public record Function(Position at, String name, List<String> parameters, List<Node> body) {}
}
