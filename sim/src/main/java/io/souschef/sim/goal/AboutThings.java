package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A predicate over some things; in JSON their selector: {@code {"holding": {"is": "fruit"}}}. */
public sealed interface AboutThings extends Predicate {

  @JsonValue
  Selector what();

  @Override
  default Stream<Selector> selectors() {
    return Stream.of(what());
  }

  /** Such a thing in the hand; {@code {"not": {"holding": {}}}} for an empty hand. */
  @JsonTypeName("holding")
  record Holding(Selector what) implements AboutThings {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Holding {}

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

  /** Every such thing stands. */
  @JsonTypeName("upright")
  record Upright(Selector what) implements AboutThings {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Upright {}

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

  /** At least one such thing lies on its side. */
  @JsonTypeName("fallen")
  record Fallen(Selector what) implements AboutThings {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fallen {}

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

  /** Every such thing is at the place where it began, and none is held that was not. */
  @JsonTypeName("unchanged")
  record Unchanged(Selector what) implements AboutThings {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Unchanged {}

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
}
