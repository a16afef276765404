package io.souschef.evaluation.statistics;

import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeKey.Situation;
import io.souschef.evaluation.run.EpisodeRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One configuration against another on the tasks and seeds that both have.
 *
 * @param first name of the first
 * @param second name of the second
 * @param plan over plans; empty when they share none
 * @param execution over executions; empty when they share none
 * @param planTime robot times of plans; empty where both succeeded at none
 * @param executionTime robot times of executions; empty where both succeeded at none
 */
public record Comparison(
    String first,
    String second,
    Optional<PairedTest> plan,
    Optional<PairedTest> execution,
    Optional<PairedTimes> planTime,
    Optional<PairedTimes> executionTime) {

  /** Pairs the episodes by suite, task and seed. */
  public static Comparison of(
      String first,
      Collection<EpisodeRecord> firstEpisodes,
      String second,
      Collection<EpisodeRecord> secondEpisodes) {
    List<Both> plans = pairs(firstEpisodes, secondEpisodes, EpisodeRecord::plan);
    List<Both> executions = pairs(firstEpisodes, secondEpisodes, EpisodeRecord::execution);
    return new Comparison(
        first, second, test(plans), test(executions), times(plans), times(executions));
  }

  /** What was tried by both in the same situation. */
  private record Both(Attempt first, Attempt second) {}

  private static List<Both> pairs(
      Collection<EpisodeRecord> first,
      Collection<EpisodeRecord> second,
      Function<EpisodeRecord, Optional<Attempt>> which) {
    Map<Situation, Attempt> tried = new HashMap<>();
    first.forEach(
        episode -> which.apply(episode).ifPresent(a -> tried.put(episode.key().situation(), a)));
    List<Both> pairs = new ArrayList<>();
    for (EpisodeRecord episode : second) {
      Attempt other = tried.get(episode.key().situation());
      Optional<Attempt> attempt = which.apply(episode);
      if (other != null && attempt.isPresent()) {
        pairs.add(new Both(other, attempt.get()));
      }
    }
    return pairs;
  }

  private static Optional<PairedTest> test(List<Both> pairs) {
    int onlyFirst = 0;
    int onlySecond = 0;
    for (Both both : pairs) {
      boolean first = both.first().isSuccess();
      boolean second = both.second().isSuccess();
      onlyFirst += first && !second ? 1 : 0;
      onlySecond += !first && second ? 1 : 0;
    }
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(PairedTest.mcNemar(pairs.size(), onlyFirst, onlySecond));
  }

  /** Robot times in the way that was the hardest of those that were tried. */
  public Optional<PairedTimes> hardestTime() {
    return executionTime.or(() -> planTime);
  }

  private static Optional<PairedTimes> times(List<Both> pairs) {
    List<PairedTimes.Pair> times =
        pairs.stream()
            .filter(both -> both.first().isSuccess() && both.second().isSuccess())
            .map(
                both -> new PairedTimes.Pair(both.first().robotTimeS(), both.second().robotTimeS()))
            .toList();
    return times.isEmpty() ? Optional.empty() : Optional.of(PairedTimes.of(times));
  }
}
