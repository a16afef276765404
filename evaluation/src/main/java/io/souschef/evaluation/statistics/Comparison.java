package io.souschef.evaluation.statistics;

import io.souschef.evaluation.run.Attempt;
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
    return new Comparison(
        first,
        second,
        test(firstEpisodes, secondEpisodes, EpisodeRecord::plan),
        test(firstEpisodes, secondEpisodes, EpisodeRecord::execution),
        times(firstEpisodes, secondEpisodes, EpisodeRecord::plan),
        times(firstEpisodes, secondEpisodes, EpisodeRecord::execution));
  }

  private record Situation(String suite, String task, long seed) {
    static Situation of(EpisodeRecord episode) {
      return new Situation(episode.key().suite(), episode.key().task(), episode.key().seed());
    }
  }

  private static Optional<PairedTest> test(
      Collection<EpisodeRecord> first,
      Collection<EpisodeRecord> second,
      Function<EpisodeRecord, Optional<Attempt>> which) {
    Map<Situation, Boolean> successes = new HashMap<>();
    first.forEach(
        episode ->
            which
                .apply(episode)
                .ifPresent(a -> successes.put(Situation.of(episode), a.isSuccess())));
    int pairs = 0;
    int onlyFirst = 0;
    int onlySecond = 0;
    for (EpisodeRecord episode : second) {
      Boolean other = successes.get(Situation.of(episode));
      Optional<Attempt> attempt = which.apply(episode);
      if (other != null && attempt.isPresent()) {
        boolean success = attempt.get().isSuccess();
        pairs++;
        onlyFirst += other && !success ? 1 : 0;
        onlySecond += !other && success ? 1 : 0;
      }
    }
    return pairs == 0
        ? Optional.empty()
        : Optional.of(PairedTest.mcNemar(pairs, onlyFirst, onlySecond));
  }

  /** Robot times in the way that was the hardest of those that were tried. */
  public Optional<PairedTimes> hardestTime() {
    return executionTime.or(() -> planTime);
  }

  private static Optional<PairedTimes> times(
      Collection<EpisodeRecord> first,
      Collection<EpisodeRecord> second,
      Function<EpisodeRecord, Optional<Attempt>> which) {
    Map<Situation, Double> times = new HashMap<>();
    first.forEach(
        episode ->
            which
                .apply(episode)
                .filter(Attempt::isSuccess)
                .ifPresent(a -> times.put(Situation.of(episode), a.robotTimeS())));
    List<PairedTimes.Pair> pairs = new ArrayList<>();
    for (EpisodeRecord episode : second) {
      Double other = times.get(Situation.of(episode));
      Optional<Attempt> attempt = which.apply(episode).filter(Attempt::isSuccess);
      if (other != null && attempt.isPresent()) {
        pairs.add(new PairedTimes.Pair(other, attempt.get().robotTimeS()));
      }
    }
    return pairs.isEmpty() ? Optional.empty() : Optional.of(PairedTimes.of(pairs));
  }
}
