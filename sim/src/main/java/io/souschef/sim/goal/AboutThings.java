package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** A predicate over some things; in JSON their selector: {@code {"holding": {"is": "fruit"}}}. */
sealed interface AboutThings extends Predicate permits Holding, Upright, Fallen, Unchanged {

  @JsonValue
  Selector what();

  @Override
  default Stream<Selector> selectors() {
    return Stream.of(what());
  }
}
