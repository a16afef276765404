package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** A predicate over one place; in JSON its name: {@code {"open": "fridge"}}. */
sealed interface AboutPlace extends Predicate permits RobotAt, Open, Closed, Wiped {

  @JsonValue
  String place();

  @Override
  default Stream<String> places() {
    return Stream.of(place());
  }
}
