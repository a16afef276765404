package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** Every one of them. */
@JsonTypeName("all")
record All(List<Goal> goals) implements Combination {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  All {
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
