package io.souschef.planner.program.script.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a block and of those around it. */
final class Variables {

  private final @Nullable Variables outer;
  private final Map<String, Value> values = new HashMap<>();

  Variables() {
    this(null);
  }

  private Variables(@Nullable Variables outer) {
    this.outer = outer;
  }

  Variables block() {
    return new Variables(this);
  }

  void declare(String name, Value value) {
    values.put(name, value);
  }

  void set(String name, Value value) {
    holder(name).values.put(name, value);
  }

  Value get(String name) {
    Value value = holder(name).values.get(name);
    if (value == null) {
      throw new IllegalStateException("No variable " + name);
    }
    return value;
  }

  private Variables holder(String name) {
    for (Variables at = this; at != null; at = at.outer) {
      if (at.values.containsKey(name)) {
        return at;
      }
    }
    throw new IllegalStateException("No variable " + name);
  }
}
