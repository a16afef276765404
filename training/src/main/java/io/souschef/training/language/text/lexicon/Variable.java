package io.souschef.training.language.text.lexicon;

import java.util.Optional;
import java.util.Set;

/**
 * Something a request speaks of.
 *
 * @param name X, Y, Z, W for objects, P, Q, R for places, with a number where there are more
 * @param constraint what may stand for it
 * @param fixed the one noun or place that stands for it, where the program names it
 * @param said a word as it was said, which a kitchen may understand in several ways
 * @param definite whether the speaker means one in particular: "the soda"
 * @param differsFrom other variables that must stand for something else
 * @param at for objects: the place variable where it is
 * @param notAt whether it is anywhere but there
 */
public record Variable(
    String name,
    Constraint constraint,
    Optional<String> fixed,
    Optional<String> said,
    boolean definite,
    Set<String> differsFrom,
    Optional<String> at,
    boolean notAt) {

  public Variable {
    differsFrom = Set.copyOf(differsFrom);
  }

  /** Of which nothing is said yet. */
  static Variable any(String name) {
    return new Variable(
        name,
        Constraint.NONE,
        Optional.empty(),
        Optional.empty(),
        false,
        Set.of(),
        Optional.empty(),
        false);
  }

  public boolean isPlace() {
    return "PQR".indexOf(name.charAt(0)) >= 0;
  }
}
