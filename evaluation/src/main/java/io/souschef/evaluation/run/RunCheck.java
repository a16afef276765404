package io.souschef.evaluation.run;

import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes sure that what stands in a run's files can be counted. Stateless. */
final class RunCheck {

  private RunCheck() {}

  /**
   * Refuses a specification whose numbers make no sense.
   *
   * @throws InvalidInputException naming the file
   */
  static void require(Path file, RunSpec spec) {
    RunSpec.Plan plan = spec.plan();
    boolean sound =
        !plan.suites().isEmpty()
            && plan.suites().stream().allMatch(suite -> suite.tasks() >= 1)
            && !plan.configurations().isEmpty()
            && !plan.seeds().isEmpty()
            && plan.stepLimit() >= 1
            && new HashSet<>(plan.seeds()).size() == plan.seeds().size();
    if (!sound) {
      throw new InvalidInputException(
          "Run file '%s' is malformed: a run has suites with tasks, configurations, different seeds and a step limit of at least 1"
              .formatted(file));
    }
  }

  /**
   * The episodes of a log by their keys, in its order.
   *
   * @throws InvalidInputException naming the line of one that is no part of the run, that stands
   *     there twice or lacks an attempt
   */
  static Map<EpisodeKey, EpisodeRecord> episodes(
      Path log, List<EpisodeLog.Line> lines, RunSpec spec) {
    Map<EpisodeKey, EpisodeRecord> episodes = new LinkedHashMap<>();
    Map<EpisodeKey, Integer> lineOf = new HashMap<>();
    Map<String, Set<String>> tasks = new HashMap<>();
    Set<String> configurations =
        spec.plan().configurations().stream().map(Configuration::name).collect(Collectors.toSet());
    Set<Long> seeds = new HashSet<>(spec.plan().seeds());
    Map<String, Integer> suites =
        spec.plan().suites().stream()
            .collect(
                Collectors.toMap(
                    RunSpec.SuiteFingerprint::name,
                    RunSpec.SuiteFingerprint::tasks,
                    (one, other) -> one));
    for (EpisodeLog.Line line : lines) {
      EpisodeKey key = line.record().key();
      Integer earlier = lineOf.putIfAbsent(key, line.number());
      if (earlier != null) {
        throw error(
            log, line, String.format(Locale.ROOT, "%s stands on line %d already", key, earlier));
      }
      if (!suites.containsKey(key.suite())
          || !seeds.contains(key.seed())
          || !configurations.contains(key.configuration())) {
        throw error(log, line, "%s is no episode of this run".formatted(key));
      }
      Set<String> ofSuite = tasks.computeIfAbsent(key.suite(), suite -> new HashSet<>());
      ofSuite.add(key.task());
      if (ofSuite.size() > suites.getOrDefault(key.suite(), 0)) {
        throw error(
            log,
            line,
            String.format(
                Locale.ROOT,
                "task '%s' is one more than the %d that suite '%s' has in this run",
                key.task(),
                ofSuite.size() - 1,
                key.suite()));
      }
      attempts(line.record(), spec.plan().rates())
          .ifPresent(
              why -> {
                throw error(log, line, why);
              });
      episodes.put(key, line.record());
    }
    return episodes;
  }

  private static Optional<String> attempts(EpisodeRecord episode, RunSpec.Rates rates) {
    if (episode.plan().isPresent() != rates.includesPlan()
        || episode.execution().isPresent() != rates.includesExecution()) {
      return Optional.of("it does not hold the attempts that this run makes");
    }
    return Optional.empty();
  }

  private static InvalidInputException error(Path log, EpisodeLog.Line line, String why) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "Episode log '%s', line %d: %s; remove the line, or restore the file",
            log,
            line.number(),
            why));
  }
}
