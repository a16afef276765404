package io.souschef.evaluation.statistics;

import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.Timing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run cost on the wall clock: {@code timings.json}. Apart from {@link Statistics}, because
 * it differs from run to run.
 *
 * @param configurations name of a configuration to its cost
 * @param sessions how long the run took; more than one when it was stopped and went on
 */
public record Timings(Map<String, Cost> configurations, List<Session> sessions) {

  public Timings {
    sessions = List.copyOf(sessions);
  }

  /**
   * The cost of a configuration, all threads together.
   *
   * @param plan all attempts with the ideal executor
   * @param execution all attempts in the physics
   * @param decisionMs mean milliseconds of a decision
   */
  public record Cost(Timing plan, Timing execution, double decisionMs) {}

  /**
   * From a start to an end that was not by force.
   *
   * @param engine what ran it: "2 threads"
   * @param episodes how many ended in it
   * @param wallS seconds of the wall clock
   */
  public record Session(String engine, int episodes, double wallS) {}

  /** Sums up. */
  public static Timings of(Collection<EpisodeRecord> episodes, List<Session> sessions) {
    Map<String, Cost> costs = new TreeMap<>();
    for (EpisodeRecord episode : episodes) {
      Cost one = cost(episode.planTiming(), episode.executionTiming());
      costs.merge(
          episode.key().configuration(),
          one,
          (a, b) -> cost(a.plan().plus(b.plan()), a.execution().plus(b.execution())));
    }
    return new Timings(costs, sessions);
  }

  private static Cost cost(Timing plan, Timing execution) {
    return new Cost(plan, execution, plan.plus(execution).decisionMs());
  }
}
