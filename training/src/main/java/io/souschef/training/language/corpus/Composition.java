package io.souschef.training.language.corpus;

import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Joins two short requests into one with two wishes. */
final class Composition {

  private static final int LONGEST = 70;
  private static final List<String> JOINTS =
      List.of(
          " and then ",
          ", then ",
          " and ",
          ". then ",
          ". after that ",
          "; ",
          ". also, ",
          " and also ",
          ". ");

  private Composition() {}

  /** Whether a request can be one of two. */
  static boolean isJoinable(Request request) {
    return request.program().start().equals(Program.Start.anything())
        && request.instruction().length() <= LONGEST
        && request.program().goals().size() == 1
        && request.program().goals().stream()
            .allMatch(
                goal ->
                    goal.verb() != Verb.NONE
                        && goal.verb() != Verb.RELEASE
                        && goal.verb() != Verb.PICK);
  }

  static Request join(Request first, Request second, RandomGenerator random) {
    Map<String, Variable> variables = new LinkedHashMap<>(first.program().variables());
    second
        .program()
        .variables()
        .values()
        .forEach(variable -> variables.put(variable.name() + "2", renamed(variable)));
    List<Goal> goals = new ArrayList<>(first.program().goals());
    second.program().goals().forEach(goal -> goals.add(renamed(goal)));
    String instruction =
        first.instruction().replaceAll("[.!?;,]+\\s*$", "")
            + Choose.one(JOINTS, random)
            + Request.SLOT
                .matcher(second.instruction())
                .replaceAll(
                    slot ->
                        "{"
                            + (slot.group(1) == null ? "" : slot.group(1) + " ")
                            + slot.group(2)
                            + "2"
                            + slot.group(4)
                            + "}");
    return new Request(
        first.source() + "+" + second.source(),
        new Program(goals, variables, Program.Start.anything()),
        instruction);
  }

  private static Variable renamed(Variable variable) {
    Set<String> differs =
        variable.differsFrom().stream().map(name -> name + "2").collect(Collectors.toSet());
    return new Variable(
        variable.name() + "2",
        variable.constraint(),
        variable.fixed(),
        differs,
        renamed(variable.at()));
  }

  private static Goal renamed(Goal goal) {
    return new Goal(
        goal.verb(),
        goal.count(),
        renamed(goal.object()),
        renamed(goal.place()),
        renamed(goal.other()));
  }

  private static Optional<String> renamed(Optional<String> name) {
    return name.map(n -> n + "2");
  }
}
