package io.souschef.evaluation.report.page;

import io.souschef.evaluation.report.ConfigurationsTable;
import io.souschef.evaluation.report.FamilyChart;
import io.souschef.evaluation.report.Figures;
import io.souschef.evaluation.report.RunTables;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.Table;
import io.souschef.evaluation.report.TimeTable;
import io.souschef.evaluation.report.TimesTable;
import io.souschef.evaluation.report.across.EndingsSection;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.Comparison;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.Rate;
import io.souschef.skills.text.Counted;
import io.souschef.web.page.Html;
import io.souschef.web.page.PageStyle;
import java.util.ArrayList;
import java.util.List;

/** Runs as one HTML page that needs no other file. Stateless. */
public final class ReportPage {

  private static final String EXPLANATION =
      """
      Success: done was chosen and the goal holds; brackets are Wilson 95% intervals. Recovered: of \
      the episodes in which a skill failed or the world was disturbed. Steps of the execution where \
      there is one, redundant ones of the plan. Seeds repeat tasks, so that intervals over several \
      are narrower than those over as many independent tasks.\
      """;

  /**
   * Renders a page.
   *
   * @param runs the run it is about, and others that it is compared with
   */
  public String render(List<RunView> runs) {
    RunView first = runs.get(0);
    StringBuilder page = new StringBuilder();
    page.append(PageStyle.head("Souschef: " + Html.escape(first.name())))
        .append("<header><b>Souschef</b></header><main class=\"report\"><h1>Planning evaluation: ")
        .append(Html.escape(first.name()))
        .append("</h1>");
    runs.forEach(run -> page.append(section(run)));
    if (runs.size() > 1) {
      page.append("<section><h2>Runs compared</h2>")
          .append(facts("McNemar's exact test over the tasks and seeds that both runs have."))
          .append(RunTables.comparisons(across(runs)).dense().html())
          .append("<h3>Said to be done, and not so</h3>")
          .append(EndingsSection.table(runs).dense().html())
          .append("</section>");
    }
    List<EpisodeRecord> failed = first.episodes().stream().filter(e -> !allGood(e)).toList();
    page.append("<section><h2>Failures</h2>")
        .append(facts("Of the first run: how the kitchen looked in the end, and what was done."))
        .append(new FailureGallery(first.path()).html(failed))
        .append("</section>");
    return page.append("</main></body></html>\n").toString();
  }

  private static boolean allGood(EpisodeRecord episode) {
    return episode.plan().map(a -> a.isSuccess()).orElse(true)
        && episode.execution().map(a -> a.isSuccess()).orElse(true);
  }

  private static String section(RunView run) {
    StringBuilder html = new StringBuilder("<section><h2>");
    html.append(Html.escape(run.name())).append("</h2>").append(provenance(run.spec(), run));
    html.append(scores(run));
    boolean several = run.statistics().configurations().size() > 1;
    if (several) {
      html.append(ConfigurationsTable.of(run).dense().html())
          .append(facts("McNemar's exact test, two-sided, over the same tasks and seeds."))
          .append("<h3>Robot time against the first configuration, where both succeed</h3>")
          .append(TimesTable.of(run).dense().html());
    }
    html.append(RunTables.summary(run).dense().html())
        .append(facts(EXPLANATION))
        .append(charts(run));
    for (ConfigurationStatistics configuration : run.statistics().configurations()) {
      html.append("<h3>")
          .append(Html.escape(configuration.configuration()))
          .append("</h3><div class=\"beside\"><div>")
          .append(RunTables.families(configuration).dense().html())
          .append("</div><div>")
          .append(TaskGrid.html(run.of(configuration.configuration())))
          .append(facts("Every task; the fuller its square, the more of its seeds succeeded."))
          .append("</div></div>");
    }
    Table failures = RunTables.failures(run);
    if (!failures.isEmpty()) {
      html.append("<h3>Skills that failed</h3>").append(failures.html());
    }
    TimeTable times = new TimeTable(run.timings());
    return html.append("<h3>Where the time went, all threads together</h3>")
        .append(facts(times.sentence()))
        .append(times.table().html())
        .append("</section>")
        .toString();
  }

  private static String scores(RunView run) {
    StringBuilder html = new StringBuilder("<div class=\"scores\">");
    Group all = run.statistics().configurations().get(0).all();
    all.plan().ifPresent(plan -> html.append(score("plan success", plan.success())));
    all.execution()
        .ifPresent(execution -> html.append(score("execution success", execution.success())));
    return html.append("</div>").toString();
  }

  private static String score(String what, Rate rate) {
    return Figures.format(
        "<div><b>%.0f%%</b><span>%s, %s, 95%% interval %.0f to %.0f%%</span></div>",
        100 * rate.rate(), what, Figures.count(rate), 100 * rate.low(), 100 * rate.high());
  }

  private static String charts(RunView run) {
    List<ConfigurationStatistics> all = run.statistics().configurations();
    StringBuilder html = new StringBuilder("<div class=\"two\">");
    if (run.spec().plan().rates().includesPlan()) {
      html.append(FamilyChart.svg("Plan success by family", all, Group::plan));
    }
    if (run.spec().plan().rates().includesExecution()) {
      html.append(FamilyChart.svg("Execution success by family", all, Group::execution));
    }
    return html.append("</div>").toString();
  }

  private static String provenance(RunSpec spec, RunView run) {
    StringBuilder text = new StringBuilder("<p class=\"facts\"><code>");
    text.append(Html.escape(spec.provenance().command())).append("</code><br>");
    spec.plan()
        .suites()
        .forEach(
            suite ->
                text.append(
                    Html.escape(
                        "%s: %s, SHA-256 %s… "
                            .formatted(
                                suite.name(),
                                Counted.of(suite.tasks(), "task"),
                                suite
                                    .sha256()
                                    .substring(0, Math.min(12, suite.sha256().length()))))));
    spec.plan()
        .models()
        .forEach(
            (name, hash) ->
                text.append(
                    Html.escape(
                        "· %s %s… "
                            .formatted(name, hash.substring(0, Math.min(12, hash.length()))))));
    return text.append(
            Html.escape(
                "· seeds %s · %s of %s"
                    .formatted(
                        spec.plan().seeds(),
                        run.episodes().size(),
                        Counted.of(spec.episodes(), "episode"))))
        .append("<br>")
        .append(
            Html.escape(
                "%s · %s · %s"
                    .formatted(
                        spec.provenance().started(),
                        spec.provenance().git(),
                        spec.provenance().machine())))
        .append("</p>")
        .toString();
  }

  private static String facts(String text) {
    return "<p class=\"facts\">" + Html.escape(text) + "</p>";
  }

  /** Each configuration of the first run against each of the others with the same suites. */
  private static List<Comparison> across(List<RunView> runs) {
    List<Comparison> comparisons = new ArrayList<>();
    RunView first = runs.get(0);
    for (RunView other : runs.subList(1, runs.size())) {
      for (var from : other.spec().plan().configurations()) {
        for (var to : first.spec().plan().configurations()) {
          comparisons.add(
              Comparison.of(
                  other.name() + ": " + from.name(),
                  other.of(from.name()),
                  first.name() + ": " + to.name(),
                  first.of(to.name())));
        }
      }
    }
    return comparisons;
  }
}
