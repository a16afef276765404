package io.souschef.planner.program.script.syntax;

import java.util.List;
import java.util.Optional;

/**
 * Something that has a value. What can be long (sums, chains) is a list and not a tree, so that no
 * tree is deeper than the parser allows.
 */
public sealed interface Expression {

  /** Its first character. */
  Position at();

  record NumberOf(Position at, double value) implements Expression {}

  record TextOf(Position at, String value) implements Expression {}

  record TruthOf(Position at, boolean value) implements Expression {}

  record Name(Position at, String name) implements Expression {}

  record ListOf(Position at, List<Expression> elements) implements Expression {}

  /** {@code bring("coke")}; a skill that a verb hides is {@code skills.open("fridge")}. */
  record Call(Position at, boolean isSkill, String function, List<Expression> arguments)
      implements Expression {}

  /** {@code any("drink").cold().from("table")}. */
  record Chain(Position at, Expression base, List<Link> links) implements Expression {}

  record Not(Position at, Expression of) implements Expression {}

  record Minus(Position at, Expression of) implements Expression {}

  /** Signs of one rank, from left to right; one operand more than signs. */
  record Arithmetic(Position at, List<Expression> operands, List<String> signs)
      implements Expression {}

  /** {@code == != < <= > >=}. */
  record Comparison(Position at, String sign, Expression left, Expression right)
      implements Expression {}

  /** All of them, or any. */
  record Logic(Position at, boolean isAnd, List<Expression> operands) implements Expression {}

  /** {@code condition ? then : otherwise}. */
  record Choice(Position at, Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /**
   * A step of a chain.
   *
   * @param arguments empty for one without parentheses
   */
  record Link(Position at, String name, Optional<List<Expression>> arguments) {}
}
