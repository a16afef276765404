package io.souschef.planner;

import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was wanted and could not be done.
 *
 * @param failures a sentence for each part
 * @param forbidden what the robot's guard said to plans that would have worked, a sentence each
 * @param steps skills that were executed
 */
record Unmet(List<String> failures, Collection<String> forbidden, int steps) {

  /** Refused where a rule was in the way before anything moved, else given up. */
  Outcome outcome() {
    return steps == 0 && !forbidden.isEmpty() ? Outcome.REFUSED : Outcome.GIVEN_UP;
  }

  /** What failed, and the rules in its way that it does not speak of itself. */
  String words() {
    String failed = String.join("; ", failures);
    Stream<String> rules = forbidden.stream().filter(rule -> !failed.contains(rule));
    return Stream.concat(failures.stream(), rules).collect(Collectors.joining("; "));
  }
}
