package io.souschef.skills.rule;

import io.souschef.skills.effect.Needs.Need;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.failure.FailureReason;

/** Whether a skill would work in a world, by its declaration. */
public sealed interface Verdict {

  /** Every need holds. */
  record Possible(Meaning meaning) implements Verdict {}

  /**
   * A need does not hold.
   *
   * @param need the first that does not
   * @param meaning what is meant as far as needs before it told; a thing for each argument of which
   *     there was one
   * @param message one sentence for people
   */
  record Impossible(Need need, Meaning meaning, String message) implements Verdict {

    public FailureReason reason() {
      return need.reason();
    }
  }

  /** Nothing is declared: nobody can tell without trying. */
  record Opaque() implements Verdict {}

  default boolean isPossible() {
    return this instanceof Possible;
  }
}
