package io.souschef.skills.effect;

import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.failure.FailureReason;
import java.util.List;

/**
 * What must hold before a skill. The first that does not is why it fails. Immutable.
 *
 * @param all in the order in which they are asked
 */
public record Needs(List<Need> all) {

  public Needs {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param condition what must hold
   * @param reason why the skill fails where it does not
   * @param message what is said then, see {@link Condition#message}
   */
  public record Need(Condition condition, FailureReason reason, String message) {

    /** A need with the condition's own reason and words. */
    public static Need of(Condition condition) {
      return new Need(condition, condition.reason(), condition.message());
    }
  }
}
