package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Every such thing stands. */
@JsonTypeName("upright")
record Upright(Selector what) implements AboutThings {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Upright {}

  @Override
  public boolean holds(WorldState state) {
    return what.in(state).allMatch(WorldObject::isUpright);
  }

  @Override
  public String shortfall(WorldState state) {
    return "%s does not stand".formatted(what);
  }

  @Override
  public String words() {
    return "%s stands".formatted(what);
  }
}
