package io.souschef.planner.errand;

import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Optional;

/** What comes next in an errand. */
public sealed interface Step {

  /**
   * A skill is to be executed.
   *
   * @param skill which
   * @param seconds robot time that is expected until what is wanted is so
   */
  record Go(GroundedSkill skill, double seconds) implements Step {}

  /**
   * There is no more to do.
   *
   * @param achieved whether what was wanted is so
   * @param message one sentence
   */
  record End(boolean achieved, String message) implements Step {}

  /**
   * The person must say which is meant.
   *
   * @param question one short question
   * @param options what may be answered
   * @param otherwise what is taken when nobody answers: like places serve as well as each other,
   *     while a wrong thing is worse than none
   */
  record Which(String question, List<String> options, Optional<String> otherwise) implements Step {
    public Which {
      options = List.copyOf(options);
    }
  }
}
