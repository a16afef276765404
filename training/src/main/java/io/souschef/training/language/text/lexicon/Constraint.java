package io.souschef.training.language.text.lexicon;

import java.util.Set;

/**
 * What the filling of a variable must and must not be.
 *
 * @param required attributes it has
 * @param forbidden attributes it has not
 */
public record Constraint(Set<String> required, Set<String> forbidden) {

  /** Anything at all. */
  public static final Constraint NONE = new Constraint(Set.of(), Set.of());

  public Constraint {
    required = Set.copyOf(required);
    forbidden = Set.copyOf(forbidden);
  }

  public boolean admits(Set<String> attributes) {
    return attributes.containsAll(required) && forbidden.stream().noneMatch(attributes::contains);
  }
}
