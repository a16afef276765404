package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** The robot asked the user something. */
@JsonTypeName("asked")
record Asked() implements Predicate {

  @Override
  public boolean holds(WorldState state) {
    return state.asked();
  }

  @Override
  public String shortfall(WorldState state) {
    return "the robot did not ask";
  }

  @Override
  public String words() {
    return "the robot asks";
  }
}
