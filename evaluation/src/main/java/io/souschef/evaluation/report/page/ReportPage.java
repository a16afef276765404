package io.souschef.evaluation.report.page;

import io.souschef.evaluation.report.RunTables;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.Table;
import io.souschef.evaluation.report.across.EndingsSection;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.Comparison;
import io.souschef.web.page.Page;
import io.souschef.web.page.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs as one HTML page. It needs no other file as long as few attempts failed; the pictures of
 * many stay in the run's folder. What it looks like stands in {@code report.mustache} and the parts
 * beside it; here is what it says. Stateless.
 */
public final class ReportPage {

  private static final Template PAGE = Template.of(Table.class, "report");

  /** The values of the page; {@code compared} is absent for a single run. */
  private record View(
      String title,
      String name,
      List<RunPart> runs,
      Optional<Compared> compared,
      FailureGallery.Gallery gallery)
      implements Page {}

  /** Several runs in pairs, and how their episodes ended. */
  private record Compared(Table pairs, Table endings) {}

  /**
   * Renders a page.
   *
   * @param runs the run it is about, and others that it is compared with
   * @param place folder in which the page will lie
   */
  public String render(List<RunView> runs, Path place) {
    RunView first = runs.get(0);
    List<EpisodeRecord> failed = first.episodes().stream().filter(e -> !allGood(e)).toList();
    return PAGE.fill(
        new View(
            "Souschef: " + first.name(),
            first.name(),
            runs.stream().map(RunPart::of).toList(),
            runs.size() > 1
                ? Optional.of(
                    new Compared(
                        RunTables.comparisons(across(runs)).dense(),
                        EndingsSection.table(runs).dense()))
                : Optional.empty(),
            new FailureGallery(first.path(), place).of(failed)));
  }

  private static boolean allGood(EpisodeRecord episode) {
    return episode.plan().map(a -> a.isSuccess()).orElse(true)
        && episode.execution().map(a -> a.isSuccess()).orElse(true);
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
