package io.souschef.training.language.text;

import java.util.Optional;
import java.util.Set;

/**
 * Something a request speaks of.
 *
 * @param name X, Y, Z, W for objects, P, Q, R for places
 * @param constraint what may stand for it
 * @param fixed the one noun or place that stands for it, where the program names it
 * @param differsFrom other variables that must stand for something else
 * @param at for objects: the place variable where it is
 */
public record Variable(
    String name,
    Constraint constraint,
    Optional<String> fixed,
    Set<String> differsFrom,
    Optional<String> at) {

  public Variable {
    differsFrom = Set.copyOf(differsFrom);
  }

  public boolean isPlace() {
    return "PQR".indexOf(name.charAt(0)) >= 0;
  }
}
