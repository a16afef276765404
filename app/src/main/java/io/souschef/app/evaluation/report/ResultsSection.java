package io.souschef.app.evaluation.report;

import io.souschef.app.evaluation.ResultsDocument;
import io.souschef.app.evaluation.run.RunSpec;
import io.souschef.app.evaluation.statistics.ConfigurationStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A run's section of a Markdown page of results. Stateless. */
public final class ResultsSection {

  private ResultsSection() {}

  /**
   * Writes the section of the run's suites; of an ablation, a section of its own.
   *
   * @throws io.souschef.skills.InvalidInputException when the page cannot be written
   */
  public static void write(Path page, RunView run) {
    RunSpec.Plan plan = run.spec().plan();
    String suites =
        plan.suites().stream().map(RunSpec.SuiteFingerprint::name).collect(Collectors.joining("-"));
    boolean several = plan.configurations().size() > 1;
    String name =
        ((several ? "compare-" : "eval-") + suites)
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-");
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            name,
            (several ? "Configurations compared on " : "Suite ") + suites,
            body(run),
            run.spec().provenance().command(),
            seeds(plan.seeds()),
            run.spec().provenance().machine()));
  }

  private static String body(RunView run) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d episodes. Brackets are Wilson 95%% intervals; plan success is with the ideal executor, execution success in the physics.\n\n"
            .formatted(run.episodes().size()));
    text.append(RunTables.summary(run).markdown()).append('\n');
    if (!run.statistics().comparisons().isEmpty()) {
      text.append(RunTables.comparisons(run.statistics().comparisons()).markdown()).append('\n');
    }
    ConfigurationStatistics first = run.statistics().configurations().get(0);
    text.append("By family, ").append(first.configuration()).append(":\n\n");
    text.append(RunTables.families(first).markdown()).append('\n');
    text.append("Every request:\n\n").append(RunTables.requests(run).markdown()).append("\n\n");
    text.append("Where the time went, all threads together:\n\n");
    return text.append(RunTables.costs(run).markdown()).toString();
  }

  private static String seeds(List<Long> seeds) {
    return seeds.size() == 1
        ? seeds.get(0).toString()
        : "%d to %d".formatted(seeds.get(0), seeds.get(seeds.size() - 1));
  }
}
