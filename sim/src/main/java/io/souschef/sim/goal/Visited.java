package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.souschef.sim.state.WorldState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The robot stopped at each of these places, in whatever order. */
@JsonTypeName("visited")
record Visited(@JsonValue List<String> visited) implements Predicate {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Visited {
    visited = List.copyOf(visited);
  }

  @Override
  public boolean holds(WorldState state) {
    return state.visited().containsAll(visited);
  }

  @Override
  public String shortfall(WorldState state) {
    return visited.stream()
        .filter(place -> !state.visited().contains(place))
        .collect(Collectors.joining(", ", "not visited: ", ""));
  }

  @Override
  public String words() {
    return "a visit to " + String.join(", ", visited);
  }

  @Override
  public Stream<String> places() {
    return visited.stream();
  }
}
