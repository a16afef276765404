package io.souschef.evaluation.report.across;

import io.souschef.evaluation.ResultsDocument;
import io.souschef.evaluation.report.Figures;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.Table;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.Rate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often runs say "done" although it is not, suite by suite. Stateless. */
public final class EndingsSection {

  private EndingsSection() {}

  /**
   * One row a suite, and one for all: attempts that ended as done though the goal does not hold.
   */
  public static Table table(List<RunView> runs) {
    Map<String, List<EpisodeRecord>> suites = new TreeMap<>();
    for (RunView run : runs) {
      run.episodes()
          .forEach(
              episode ->
                  suites
                      .computeIfAbsent(episode.key().suite(), s -> new ArrayList<>())
                      .add(episode));
    }
    Table table = new Table("suite", "episodes", "untrue done, plans", "untrue done, execution");
    suites.forEach((suite, episodes) -> table.add(row(suite, episodes)));
    table.add(row("all", suites.values().stream().flatMap(List::stream).toList()));
    return table;
  }

  private static List<String> row(String name, List<EpisodeRecord> episodes) {
    return List.of(
        name,
        Integer.toString(episodes.size()),
        untrue(episodes, EpisodeRecord::plan),
        untrue(episodes, EpisodeRecord::execution));
  }

  private static String untrue(
      List<EpisodeRecord> episodes, Function<EpisodeRecord, Optional<Attempt>> which) {
    List<Attempt> attempts = episodes.stream().flatMap(e -> which.apply(e).stream()).toList();
    int untrue = (int) attempts.stream().filter(Attempt::isEndedEarly).count();
    Rate rate = Rate.wilson(untrue, attempts.size());
    return attempts.isEmpty()
        ? Table.NOTHING
        : Figures.format(
            "%s, %.1f%% [%.1f, %.1f]",
            Figures.count(rate), 100 * rate.rate(), 100 * rate.low(), 100 * rate.high());
  }

  /**
   * Writes the section of a Markdown page.
   *
   * @param command the command line that does so
   * @param machine on which it is done
   * @throws io.souschef.skills.failure.InvalidInputException when the page cannot be written
   */
  public static void write(Path page, List<RunView> runs, String command, String machine) {
    String seeds =
        runs.stream()
            .flatMap(run -> run.spec().plan().seeds().stream())
            .distinct()
            .sorted()
            .map(seed -> Long.toString(seed))
            .collect(Collectors.joining(", "));
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "untrue-done",
            "Said to be done, and not so",
            "Episodes that ended as `done` though the goal does not hold, of all episodes."
                + " Brackets are Wilson 95% intervals.\n\n"
                + table(runs).markdown(),
            command,
            seeds,
            machine));
  }
}
