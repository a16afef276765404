package io.souschef.evaluation;

import io.souschef.evaluation.episode.SayCanRunner.TaskName;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.run.RunSpec.Rates;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.limit.Terms;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What shall be run.
 *
 * @param suites the suites, checked
 * @param configurations what is evaluated
 * @param seeds random seeds of the worlds
 * @param stepLimit skills run at most
 * @param rates which attempts are made
 * @param scores which candidates get a score; the choice is the same
 * @param home where, and with which skills
 * @param terms what is forbidden and how long an episode may last
 */
public record EvaluationPlan(
    List<TaskSuite> suites,
    List<Configuration> configurations,
    List<Long> seeds,
    int stepLimit,
    Rates rates,
    Scores scores,
    Home home,
    Terms terms) {

  /** A plan on no terms. */
  public EvaluationPlan(
      List<TaskSuite> suites,
      List<Configuration> configurations,
      List<Long> seeds,
      int stepLimit,
      Rates rates,
      Scores scores,
      Home home) {
    this(suites, configurations, seeds, stepLimit, rates, scores, home, Terms.NONE);
  }

  public EvaluationPlan {
    suites = List.copyOf(suites);
    configurations = List.copyOf(configurations);
    seeds = List.copyOf(seeds);
  }

  /** Every episode, those of one configuration together, so that models are opened once. */
  public List<EpisodeKey> episodes() {
    List<EpisodeKey> keys = new ArrayList<>();
    for (Configuration configuration : configurations) {
      for (TaskSuite suite : suites) {
        for (Task task : suite.tasks()) {
          for (long seed : seeds) {
            keys.add(new EpisodeKey(suite.name(), task.id(), seed, configuration.name()));
          }
        }
      }
    }
    requireDifferentFiles(keys);
    return keys;
  }

  /** Two episodes that write one file would lose a trace. */
  private static void requireDifferentFiles(List<EpisodeKey> keys) {
    Map<String, EpisodeKey> byFile = new HashMap<>();
    for (EpisodeKey key : keys) {
      EpisodeKey other = byFile.put(key.fileName(), key);
      if (other != null) {
        throw new InvalidInputException(
            "Episodes '%s' and '%s' would write the same file; rename a suite or a task"
                .formatted(other, key));
      }
    }
  }

  /**
   * What decides the outcomes, for the run's specification.
   *
   * @param models name of each file of a model or plug-in to its SHA-256
   */
  public RunSpec.Plan fingerprint(Map<String, String> models) {
    return new RunSpec.Plan(
        suites.stream()
            .map(s -> new RunSpec.SuiteFingerprint(s.name(), s.sha256(), s.tasks().size()))
            .toList(),
        configurations,
        files(models),
        seeds,
        stepLimit,
        rates,
        scores);
  }

  private Map<String, String> files(Map<String, String> models) {
    Map<String, String> files = new TreeMap<>(models);
    files.putAll(home.fingerprints());
    files.putAll(terms.fingerprints());
    return files;
  }

  /** Suite and id to task. */
  public Map<TaskName, Task> tasks() {
    Map<TaskName, Task> tasks = new LinkedHashMap<>();
    suites.forEach(
        suite ->
            suite.tasks().forEach(task -> tasks.put(new TaskName(suite.name(), task.id()), task)));
    return tasks;
  }

  /** Name to configuration. */
  public Map<String, Configuration> configurationsByName() {
    return configurations.stream()
        .collect(Collectors.toMap(Configuration::name, configuration -> configuration));
  }

  /** "kitchen-core", or several joined by "+". */
  public String suiteNames() {
    return suites.stream().map(TaskSuite::name).collect(Collectors.joining("+"));
  }
}
