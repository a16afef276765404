package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.souschef.sim.state.WorldState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several goals in one. */
public sealed interface Combination extends Goal {

  @JsonValue
  List<Goal> goals();

  @Override
  default Stream<Goal> tree() {
    return Stream.concat(Stream.of(this), goals().stream().flatMap(Goal::tree));
  }

  /** The goals in words, with a word between them. */
  default String joined(String word) {
    return goals().stream().map(Goal::words).collect(Collectors.joining(" " + word + " "));
  }

  /** Every one of them. */
  @JsonTypeName("all")
  record All(List<Goal> goals) implements Combination {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public All {
      goals = List.copyOf(goals);
    }

    @Override
    public boolean holds(WorldState state) {
      return goals.stream().allMatch(goal -> goal.holds(state));
    }

    @Override
    public List<String> unmet(WorldState state) {
      return goals.stream().flatMap(goal -> goal.unmet(state).stream()).toList();
    }

    @Override
    public String words() {
      return joined("and");
    }
  }

  /** At least one of them. */
  @JsonTypeName("any")
  record Any(List<Goal> goals) implements Combination {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Any {
      goals = List.copyOf(goals);
    }

    @Override
    public boolean holds(WorldState state) {
      return goals.stream().anyMatch(goal -> goal.holds(state));
    }

    @Override
    public List<String> unmet(WorldState state) {
      if (holds(state)) {
        return List.of();
      }
      return List.of(
          goals.stream()
              .map(goal -> String.join(" and ", goal.unmet(state)))
              .collect(Collectors.joining("; ", "none of: ", "")));
    }

    @Override
    public String words() {
      return joined("or");
    }
  }
}
