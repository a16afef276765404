package io.souschef.sim.goal;

import io.souschef.sim.state.WorldState;
import java.util.List;

/** A goal that looks at the world itself, not at other goals. */
sealed interface Predicate extends Goal
    permits AboutPlace, AboutThings, At, Near, Visited, AboutTalk {

  /** What is wrong with a state in which it does not hold, in a sentence. */
  String shortfall(WorldState state);

  @Override
  default List<String> unmet(WorldState state) {
    return holds(state) ? List.of() : List.of(shortfall(state));
  }
}
