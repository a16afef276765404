package io.souschef.evaluation.statistics;

import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Figures over episodes that belong together: a family, a suite, a whole configuration.
 *
 * @param episodes how many there are
 * @param plan with the ideal executor; empty when no plan was attempted
 * @param execution in the physics; empty when nothing was executed
 */
public record Group(
    int episodes, Optional<AttemptStatistics> plan, Optional<AttemptStatistics> execution) {

  /** Counts. */
  public static Group of(Collection<EpisodeRecord> episodes) {
    return new Group(
        episodes.size(),
        statistics(episodes.stream().flatMap(e -> e.plan().stream()).toList()),
        statistics(episodes.stream().flatMap(e -> e.execution().stream()).toList()));
  }

  private static Optional<AttemptStatistics> statistics(List<Attempt> attempts) {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(AttemptStatistics.of(attempts));
  }
}
