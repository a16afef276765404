package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A door or drawer stands open. */
@JsonTypeName("open")
record Open(String place) implements AboutPlace {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Open {}

  @Override
  public boolean holds(WorldState state) {
    return Boolean.TRUE.equals(state.open().get(place));
  }

  @Override
  public String shortfall(WorldState state) {
    return "the %s is not open".formatted(place);
  }

  @Override
  public String words() {
    return "the %s is open".formatted(place);
  }
}
