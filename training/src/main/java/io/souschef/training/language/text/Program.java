package io.souschef.training.language.text;

import io.souschef.training.language.text.Goal.Kinds;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.lexicon.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a speaker wants, in order, and what must hold at the start.
 *
 * @param statements in the order wanted
 * @param variables by name, in the order of their mention
 * @param start what must hold when the request is made
 */
public record Program(List<Statement> statements, Map<String, Variable> variables, Start start) {

  public Program {
    statements = List.copyOf(statements);
  }

  /**
   * The goals of a program that asks for nothing else: an answer in words is nothing to do.
   *
   * @throws IllegalStateException when the program {@linkplain #isEpisode() is no episode}
   */
  public List<Goal> goals() {
    return statements.stream()
        .map(
            statement -> {
              if (statement instanceof Branch) {
                throw new IllegalStateException("A program with conditions has no list of goals");
              }
              return statement instanceof Goal goal ? goal : Goal.NOTHING;
            })
        .toList();
  }

  /** Every goal that stands anywhere in it. */
  public Stream<Goal> everyGoal() {
    return statements.stream().flatMap(Program::goalsIn);
  }

  private static Stream<Goal> goalsIn(Statement statement) {
    if (statement instanceof Branch branch) {
      return Stream.concat(branch.then().stream(), branch.otherwise().stream())
          .flatMap(Program::goalsIn);
    }
    return statement instanceof Goal goal ? Stream.of(goal) : Stream.empty();
  }

  /** Whether a symbolic robot can act it out, step by step. */
  public boolean isEpisode() {
    return statements.stream()
            .allMatch(
                statement ->
                    !(statement instanceof Branch)
                        && !(statement instanceof Goal goal
                            && (goal.verb() == Verb.HAVE || goal.kinds() != Kinds.ANY)))
        && variables.values().stream().noneMatch(v -> v.notAt() || v.said().isPresent());
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
  }
}
