package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** The robot refused. */
@JsonTypeName("refused")
record Refused() implements Predicate {

  @Override
  public boolean holds(WorldState state) {
    return state.refused();
  }

  @Override
  public String shortfall(WorldState state) {
    return "the robot did not refuse";
  }

  @Override
  public String words() {
    return "the robot refuses";
  }
}
