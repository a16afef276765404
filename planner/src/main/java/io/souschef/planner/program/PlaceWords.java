package io.souschef.planner.program;

import java.util.Set;

/**
 * Which place is meant, in words.
 *
 * @param name the words as said; empty for a description by attributes alone
 * @param required what must be true of it
 * @param forbidden what must not
 * @param isAny whether any that fits will do
 */
public record PlaceWords(String name, Set<String> required, Set<String> forbidden, boolean isAny) {

  public PlaceWords {
    required = Set.copyOf(required);
    forbidden = Set.copyOf(forbidden);
  }

  /** A place by its name. */
  public static PlaceWords named(String name) {
    return new PlaceWords(name, Set.of(), Set.of(), false);
  }

  /** Words for people. */
  public String words() {
    return name.isEmpty() ? String.join(" ", new java.util.TreeSet<>(required)) : name;
  }
}
