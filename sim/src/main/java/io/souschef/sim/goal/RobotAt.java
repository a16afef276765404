package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The robot stands at a place. */
@JsonTypeName("robot_at")
record RobotAt(String place) implements AboutPlace {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  RobotAt {}

  @Override
  public boolean holds(WorldState state) {
    return state.robotAt().filter(place::equals).isPresent();
  }

  @Override
  public String shortfall(WorldState state) {
    return "the robot is at %s, not at the %s".formatted(state.robotAt().orElse("no place"), place);
  }

  @Override
  public String words() {
    return "the robot is at the %s".formatted(place);
  }
}
