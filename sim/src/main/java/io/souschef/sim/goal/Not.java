package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.stream.Stream;

/** Not this one. */
@JsonTypeName("not")
@JsonSerialize(using = NotSerializer.class)
record Not(Goal goal) implements Goal {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Not {}

  @Override
  public boolean holds(WorldState state) {
    return !goal.holds(state);
  }

  @Override
  public List<String> unmet(WorldState state) {
    return holds(state) ? List.of() : List.of("it should not be so: " + goal.words());
  }

  @Override
  public String words() {
    return "not (%s)".formatted(goal.words());
  }

  @Override
  public Stream<Goal> tree() {
    return Stream.concat(Stream.of(this), goal.tree());
  }
}
