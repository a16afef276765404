package io.souschef.planner.program.script.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables of a block and of those around it. */
final class Scope {

  private final @Nullable Scope outer;
  private final boolean isLoop;
  private final boolean isFunction;
  private final Map<String, Variable> variables = new HashMap<>();

  private Scope(@Nullable Scope outer, boolean isLoop, boolean isFunction) {
    this.outer = outer;
    this.isLoop = isLoop;
    this.isFunction = isFunction;
  }

  static Scope ofScript() {
    return new Scope(null, false, false);
  }

  /** Of a function, which sees its parameters alone. */
  static Scope ofFunction() {
    return new Scope(null, false, true);
  }

  Scope block() {
    return new Scope(this, isLoop, isFunction);
  }

  Scope loop() {
    return new Scope(this, true, isFunction);
  }

  /** Whether break and continue have a loop to leave. */
  boolean isInLoop() {
    return isLoop;
  }

  boolean isInFunction() {
    return isFunction;
  }

  /** False when the block has a variable of this name already. */
  boolean declare(String name, Shape shape, boolean isConstant) {
    return variables.putIfAbsent(name, new Variable(shape, isConstant)) == null;
  }

  Optional<Variable> find(String name) {
    Variable variable = variables.get(name);
    if (variable != null) {
      return Optional.of(variable);
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(variables.keySet());
    if (outer != null) {
      names.addAll(outer.names());
    }
    return names;
  }

  /** A variable. */
  record Variable(Shape shape, boolean isConstant) {}
}
