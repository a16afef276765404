package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.souschef.sim.state.WorldState;
import java.util.stream.Stream;

/** A predicate over one place; in JSON its name: {@code {"open": "fridge"}}. */
public sealed interface AboutPlace extends Predicate {

  @JsonValue
  String place();

  @Override
  default Stream<String> places() {
    return Stream.of(place());
  }

  /** The robot stands at a place. */
  @JsonTypeName("robot_at")
  record RobotAt(String place) implements AboutPlace {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RobotAt {}

    @Override
    public boolean holds(WorldState state) {
      return state.robotAt().filter(place::equals).isPresent();
    }

    @Override
    public String shortfall(WorldState state) {
      return "the robot is at %s, not at the %s"
          .formatted(state.robotAt().orElse("no place"), place);
    }

    @Override
    public String words() {
      return "the robot is at the %s".formatted(place);
    }
  }

  /** A door or drawer stands open. */
  @JsonTypeName("open")
  record Open(String place) implements AboutPlace {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Open {}

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

  /** A door or drawer is shut. */
  @JsonTypeName("closed")
  record Closed(String place) implements AboutPlace {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Closed {}

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

  /** A place was wiped. */
  @JsonTypeName("wiped")
  record Wiped(String place) implements AboutPlace {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Wiped {}

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
}
