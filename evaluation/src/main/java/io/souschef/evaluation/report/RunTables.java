package io.souschef.evaluation.report;

import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.AttemptStatistics;
import io.souschef.evaluation.statistics.Comparison;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.Timings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The tables of a run. Stateless. */
public final class RunTables {

  private RunTables() {}

  /** One row a configuration: both rates and what else is counted. */
  public static Table summary(RunView run) {
    Table table =
        new Table(
            "configuration",
            "plan success",
            "execution success",
            "steps",
            "redundant",
            "ended early",
            "never done",
            "recovered",
            "robot time",
            "decision");
    for (ConfigurationStatistics configuration : run.statistics().configurations()) {
      Group all = configuration.all();
      Optional<AttemptStatistics> hardest = all.execution().or(all::plan);
      table.add(
          List.of(
              configuration.configuration(),
              success(all.plan()),
              success(all.execution()),
              of(hardest, s -> Figures.number(s.meanSteps())),
              of(all.plan(), s -> Figures.number(s.meanRedundant())),
              of(hardest, s -> Integer.toString(s.endedEarly())),
              of(hardest, s -> Integer.toString(s.neverDone())),
              of(hardest, s -> Figures.count(s.recovery())),
              of(hardest, s -> Figures.number(s.meanRobotTimeS()) + " s"),
              decision(run.timings(), configuration.configuration())));
    }
    return table;
  }

  /** One row a request, in the order of its first episode: how many of its episodes succeeded. */
  static Table requests(RunView run) {
    Map<String, List<EpisodeRecord>> byRequest = new LinkedHashMap<>();
    run.episodes()
        .forEach(
            record ->
                byRequest
                    .computeIfAbsent(record.instruction(), instruction -> new ArrayList<>())
                    .add(record));
    Table table = new Table("request", "succeeded", "episodes");
    byRequest.forEach(
        (instruction, records) ->
            table.add(
                List.of(
                    instruction,
                    Long.toString(records.stream().filter(EpisodeRecord::succeeded).count()),
                    Integer.toString(records.size()))));
    return table;
  }

  /** One row a family: both rates of one configuration. */
  public static Table families(ConfigurationStatistics configuration) {
    return groups("family", configuration.families(), configuration.all());
  }

  private static Table groups(String what, Map<String, Group> groups, Group all) {
    Table table =
        new Table(
            what,
            "episodes",
            "plan success",
            "execution success",
            "steps",
            "redundant",
            "ended early",
            "never done");
    groups.forEach((name, group) -> table.add(row(name, group)));
    table.add(row("all", all));
    return table;
  }

  private static List<String> row(String name, Group group) {
    Optional<AttemptStatistics> hardest = group.execution().or(group::plan);
    return List.of(
        name,
        Integer.toString(group.episodes()),
        success(group.plan()),
        success(group.execution()),
        of(hardest, s -> Figures.number(s.meanSteps())),
        of(group.plan(), s -> Figures.number(s.meanRedundant())),
        of(hardest, s -> Integer.toString(s.endedEarly())),
        of(hardest, s -> Integer.toString(s.neverDone())));
  }

  /** One row a pair: what changes from the first to the second. */
  public static Table comparisons(List<Comparison> comparisons) {
    Table table =
        new Table(
            "from", "to", "plan success", "execution success", "robot time where both succeed");
    for (Comparison comparison : comparisons) {
      table.add(
          List.of(
              comparison.first(),
              comparison.second(),
              Figures.test(comparison.plan()),
              Figures.test(comparison.execution()),
              Figures.times(comparison.hardestTime())));
    }
    return table;
  }

  /** Why skills failed, by configuration. */
  public static Table failures(RunView run) {
    Table table = new Table("why skills failed in the physics", "configuration", "times");
    for (ConfigurationStatistics configuration : run.statistics().configurations()) {
      Map<String, Integer> failures =
          configuration.all().execution().map(AttemptStatistics::failures).orElse(Map.of());
      new TreeMap<>(failures)
          .forEach(
              (reason, times) ->
                  table.add(
                      List.of(reason, configuration.configuration(), Integer.toString(times))));
    }
    return table;
  }

  private static String success(Optional<AttemptStatistics> statistics) {
    return of(statistics, s -> Figures.rate(s.success()));
  }

  private static String of(
      Optional<AttemptStatistics> statistics, Function<AttemptStatistics, String> figure) {
    return statistics.map(figure).orElse(Table.NOTHING);
  }

  private static String decision(Timings timings, String configuration) {
    return Optional.ofNullable(timings.configurations().get(configuration))
        .map(cost -> Figures.ms(cost.decisionMs()))
        .orElse(Table.NOTHING);
  }
}
