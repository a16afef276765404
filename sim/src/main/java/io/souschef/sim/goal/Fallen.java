package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** At least one such thing lies on its side. */
@JsonTypeName("fallen")
record Fallen(Selector what) implements AboutThings {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Fallen {}

  @Override
  public boolean holds(WorldState state) {
    return what.in(state).anyMatch(thing -> !thing.isUpright());
  }

  @Override
  public String shortfall(WorldState state) {
    return "%s does not lie".formatted(what);
  }

  @Override
  public String words() {
    return "%s lies".formatted(what);
  }
}
