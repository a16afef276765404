package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A door or drawer is shut. */
@JsonTypeName("closed")
record Closed(String place) implements AboutPlace {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Closed {}

  @Override
  public boolean holds(WorldState state) {
    return Boolean.FALSE.equals(state.open().get(place));
  }

  @Override
  public String shortfall(WorldState state) {
    return "the %s is not closed".formatted(place);
  }

  @Override
  public String words() {
    return "the %s is closed".formatted(place);
  }
}
