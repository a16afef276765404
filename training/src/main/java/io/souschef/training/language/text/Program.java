package io.souschef.training.language.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a speaker wants, in order, and what must hold at the start.
 *
 * @param goals in the order wanted
 * @param variables by name, in the order of their mention
 * @param start what must hold when the request is made
 */
public record Program(List<Goal> goals, Map<String, Variable> variables, Start start) {

  public Program {
    goals = List.copyOf(goals);
  }

  /**
   * The start that a program asks for.
   *
   * @param held variable in the hand
   * @param at variable of the place where the robot stands
   * @param present variables that are somewhere to be seen
   */
  public record Start(Optional<String> held, Optional<String> at, List<String> present) {
    public Start {
      present = List.copyOf(present);
    }

    /** Nothing asked for. */
    public static Start anything() {
      return new Start(Optional.empty(), Optional.empty(), List.of());
    }

    boolean isAnything() {
      return equals(anything());
    }
  }
}
