package io.souschef.training.language.corpus.wording;

import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Statement;
import io.souschef.training.language.text.lexicon.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Joins two short requests into one with two wishes. */
public final class Composition {

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
  public static boolean isJoinable(Request request) {
    return request.program().start().equals(Program.Start.anything())
        && request.instruction().length() <= LONGEST
        && request.language().equals(Request.ENGLISH)
        && request.program().isEpisode()
        && request.program().goals().size() == 1
        && request.program().goals().stream()
            .allMatch(
                goal ->
                    goal.verb() != Verb.NONE
                        && goal.verb() != Verb.RELEASE
                        && goal.verb() != Verb.PICK);
  }

  /** Joins; the second request's variables get a number behind their letter. */
  public static Request join(Request first, Request second, RandomGenerator random) {
    String mark =
        first.program().variables().keySet().stream().anyMatch(n -> n.endsWith("2")) ? "3" : "2";
    Map<String, Variable> variables = new LinkedHashMap<>(first.program().variables());
    second
        .program()
        .variables()
        .values()
        .forEach(variable -> variables.put(variable.name() + mark, renamed(variable, mark)));
    List<Statement> goals = new ArrayList<>(first.program().goals());
    second.program().goals().forEach(goal -> goals.add(renamed(goal, mark)));
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
                            + mark
                            + slot.group(4)
                            + "}");
    return new Request(
        first.source() + "+" + second.source(),
        new Program(goals, variables, Program.Start.anything()),
        instruction);
  }

  private static Variable renamed(Variable variable, String mark) {
    Set<String> differs =
        variable.differsFrom().stream().map(name -> name + mark).collect(Collectors.toSet());
    return new Variable(
        variable.name() + mark,
        variable.constraint(),
        variable.fixed(),
        variable.said(),
        variable.definite(),
        differs,
        renamed(variable.at(), mark),
        variable.notAt());
  }

  private static Goal renamed(Goal goal, String mark) {
    return new Goal(
        goal.verb(),
        goal.count(),
        goal.kinds(),
        renamed(goal.object(), mark),
        renamed(goal.place(), mark),
        renamed(goal.other(), mark));
  }

  private static Optional<String> renamed(Optional<String> name, String mark) {
    return name.map(n -> n + mark);
  }
}
