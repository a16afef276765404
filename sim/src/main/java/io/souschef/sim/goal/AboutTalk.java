package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.souschef.sim.state.WorldState;

/** A predicate over what was said; in JSON with nothing to it: {@code {"asked": {}}}. */
public sealed interface AboutTalk extends Predicate {

  /** The robot asked the user something. */
  @JsonTypeName("asked")
  record Asked() implements AboutTalk {

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

  /** The robot refused. */
  @JsonTypeName("refused")
  record Refused() implements AboutTalk {

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
}
