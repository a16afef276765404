package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.stream.Collectors;

/** Every such thing is at the place where it began, and none is held that was not. */
@JsonTypeName("unchanged")
record Unchanged(Selector what) implements AboutThings {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Unchanged {}

  @Override
  public boolean holds(WorldState state) {
    return what.in(state).allMatch(thing -> isWhereItBegan(thing, state));
  }

  @Override
  public String shortfall(WorldState state) {
    return "no longer where it was: "
        + what.in(state)
            .filter(thing -> !isWhereItBegan(thing, state))
            .map(WorldObject::id)
            .collect(Collectors.joining(", "));
  }

  private static boolean isWhereItBegan(WorldObject thing, WorldState state) {
    return state
        .initial()
        .object(thing.id())
        .filter(before -> before.place().equals(thing.place()))
        .isPresent();
  }

  @Override
  public String words() {
    return "%s is where it was".formatted(what);
  }
}
