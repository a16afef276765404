package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A place was wiped. */
@JsonTypeName("wiped")
record Wiped(String place) implements AboutPlace {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Wiped {}

  @Override
  public boolean holds(WorldState state) {
    return state.wiped().contains(place);
  }

  @Override
  public String shortfall(WorldState state) {
    return "the %s was not wiped".formatted(place);
  }

  @Override
  public String words() {
    return "the %s was wiped".formatted(place);
  }
}
