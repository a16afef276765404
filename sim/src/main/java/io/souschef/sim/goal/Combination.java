package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several goals in one. */
sealed interface Combination extends Goal permits All, Any {

  @JsonValue
  List<Goal> goals();

  @Override
  default Stream<Goal> tree() {
    return Stream.concat(Stream.of(this), goals().stream().flatMap(Goal::tree));
  }

  /** The goals in words, with a word between them. */
  default String joined(String word) {
    return goals().stream().map(Goal::words).collect(Collectors.joining(" " + word + " "));
  }
}
