package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Such a thing in the hand; {@code {"not": {"holding": {}}}} for an empty hand. */
@JsonTypeName("holding")
record Holding(Selector what) implements AboutThings {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Holding {}

  @Override
  public boolean holds(WorldState state) {
    return what.in(state).anyMatch(thing -> state.held().filter(thing.id()::equals).isPresent());
  }

  @Override
  public String shortfall(WorldState state) {
    return "the hand holds %s, not %s".formatted(state.held().orElse("nothing"), what);
  }

  @Override
  public String words() {
    return "the hand holds %s".formatted(what);
  }
}
