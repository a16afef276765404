package io.souschef.planner.course;

import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Optional;

/** What a program needs next. */
public sealed interface Next {

  /** A skill: the next step of the cheapest way to what it wants. */
  record Skill(GroundedSkill skill) implements Next {}

  /**
   * An answer of the person's.
   *
   * @param question one short question
   * @param options what may be answered
   * @param otherwise what is taken when nobody answers
   */
  record Question(String question, List<String> options, Optional<String> otherwise)
      implements Next {
    public Question {
      options = List.copyOf(options);
    }
  }

  /** Nothing more. */
  record Over() implements Next {}
}
