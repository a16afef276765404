package io.souschef.planner.program.script.syntax;

import java.util.List;
import java.util.Optional;

/** Something that is done. */
public sealed interface Node {

  /** Its first character. */
  Position at();

  record Declare(Position at, boolean isConstant, String name, Expression value) implements Node {}

  /**
   * An assignment.
   *
   * @param sign {@code =}, {@code +=} or {@code -=}
   */
  record Assign(Position at, String name, String sign, Expression value) implements Node {}

  record Perform(Position at, Expression call) implements Node {}

  record If(Position at, Expression condition, List<Node> then, List<Node> otherwise)
      implements Node {}

  record ForOf(Position at, String name, Expression source, List<Node> body) implements Node {}

  /** {@code for (let i = from; i < to; i++)}. */
  record ForCount(
      Position at,
      String name,
      Expression from,
      boolean isInclusive,
      Expression to,
      List<Node> body)
      implements Node {}

  record While(Position at, Expression condition, List<Node> body) implements Node {}

  /** {@code try ... catch (problem) ...}. */
  record Try(Position at, List<Node> body, Optional<String> problem, List<Node> recovery)
      implements Node {}

  /** {@code assert(condition)}, with a message or with what is done about it. */
  record Assert(
      Position at,
      Expression condition,
      Optional<Expression> message,
      Optional<List<Node>> recovery)
      implements Node {}

  record Return(Position at, Optional<Expression> value) implements Node {}

  /** {@code break} or {@code continue}. */
  record Leave(Position at, boolean isContinue) implements Node {}
}
