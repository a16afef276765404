package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.stream.Collectors;

/** At least one of them. */
@JsonTypeName("any")
record Any(List<Goal> goals) implements Combination {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Any {
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
