package io.souschef.evaluation.report.page;

import io.souschef.evaluation.report.ConfigurationsTable;
import io.souschef.evaluation.report.FamilyChart;
import io.souschef.evaluation.report.Figures;
import io.souschef.evaluation.report.RunTables;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.Table;
import io.souschef.evaluation.report.TimeTable;
import io.souschef.evaluation.report.TimesTable;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.Rate;
import io.souschef.skills.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run on its page: the values of {@code run.mustache}.
 *
 * @param command that made it
 * @param inputs suites, models and seeds with their hashes
 * @param origin when, of which version and where
 * @param several configurations compared; absent for a single one
 * @param failedSkills absent where none failed
 */
record RunPart(
    String name,
    String command,
    String inputs,
    String origin,
    List<Score> scores,
    Optional<Several> several,
    Table summary,
    List<FamilyChart> charts,
    List<Configuration> configurations,
    Optional<Table> failedSkills,
    String timeWords,
    Table timeTable) {

  /** A success rate in large letters. */
  record Score(String percent, String words) {

    static Score of(String what, Rate rate) {
      return new Score(
          Figures.format("%.0f", 100 * rate.rate()),
          Figures.format(
              "%s, %s, 95%% interval %.0f to %.0f%%",
              what, Figures.count(rate), 100 * rate.low(), 100 * rate.high()));
    }
  }

  /** Success and robot time of each against the first. */
  record Several(Table configurationTable, Table timesTable) {}

  /** One way to plan: success by family and by task. */
  record Configuration(String name, Table families, TaskGrid grid) {}

  static RunPart of(RunView run) {
    Table failures = RunTables.failures(run);
    TimeTable times = new TimeTable(run.timings());
    RunSpec.Provenance provenance = run.spec().provenance();
    return new RunPart(
        run.name(),
        provenance.command(),
        inputs(run),
        "%s · %s · %s".formatted(provenance.started(), provenance.git(), provenance.machine()),
        scores(run),
        run.statistics().configurations().size() > 1
            ? Optional.of(
                new Several(ConfigurationsTable.of(run).dense(), TimesTable.of(run).dense()))
            : Optional.empty(),
        RunTables.summary(run).dense(),
        charts(run),
        run.statistics().configurations().stream()
            .map(
                c ->
                    new Configuration(
                        c.configuration(),
                        RunTables.families(c).dense(),
                        TaskGrid.of(run.of(c.configuration()))))
            .toList(),
        failures.isEmpty() ? Optional.empty() : Optional.of(failures),
        times.sentence(),
        times.table());
  }

  private static List<Score> scores(RunView run) {
    List<Score> scores = new ArrayList<>();
    Group all = run.statistics().configurations().get(0).all();
    all.plan().ifPresent(plan -> scores.add(Score.of("plan success", plan.success())));
    all.execution()
        .ifPresent(execution -> scores.add(Score.of("execution success", execution.success())));
    return scores;
  }

  private static List<FamilyChart> charts(RunView run) {
    List<ConfigurationStatistics> all = run.statistics().configurations();
    List<FamilyChart> charts = new ArrayList<>();
    if (run.spec().plan().rates().includesPlan()) {
      charts.add(FamilyChart.of("Plan success by family", all, Group::plan));
    }
    if (run.spec().plan().rates().includesExecution()) {
      charts.add(FamilyChart.of("Execution success by family", all, Group::execution));
    }
    return charts;
  }

  private static String inputs(RunView run) {
    RunSpec spec = run.spec();
    List<String> parts = new ArrayList<>();
    spec.plan()
        .suites()
        .forEach(
            suite ->
                parts.add(
                    "%s: %s, SHA-256 %s…"
                        .formatted(
                            suite.name(),
                            Counted.of(suite.tasks(), "task"),
                            shortened(suite.sha256()))));
    spec.plan()
        .models()
        .forEach((model, hash) -> parts.add("%s %s…".formatted(model, shortened(hash))));
    parts.add("seeds " + spec.plan().seeds());
    parts.add("%s of %s".formatted(run.episodes().size(), Counted.of(spec.episodes(), "episode")));
    return String.join(" · ", parts);
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
