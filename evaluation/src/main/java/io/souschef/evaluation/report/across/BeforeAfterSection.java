package io.souschef.evaluation.report.across;

import io.souschef.evaluation.ResultsDocument;
import io.souschef.evaluation.report.Figures;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.Table;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeKey.Situation;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.Comparison;
import io.souschef.evaluation.statistics.PairedTest;
import io.souschef.evaluation.statistics.Rate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed from earlier runs to later ones, suite by suite, over the tasks and seeds that both
 * have: the first configuration of each run. Stateless.
 */
public final class BeforeAfterSection {

  private BeforeAfterSection() {}

  /** One row for each suite that both have, plans and executions apart. */
  public static Table table(List<RunView> before, List<RunView> after) {
    Map<String, List<EpisodeRecord>> earlier = bySuite(before);
    Table table = new Table("suite", "in", "pairs", "before", "after", "change");
    bySuite(after)
        .forEach(
            (suite, all) -> {
              List<EpisodeRecord> first = earlier.getOrDefault(suite, List.of());
              List<EpisodeRecord> shared = sharedWith(first, all);
              List<EpisodeRecord> sharedBefore = sharedWith(all, first);
              Comparison both = Comparison.of("before", sharedBefore, "after", shared);
              add(table, suite, "the plan", both.plan(), sharedBefore, shared, EpisodeRecord::plan);
              add(
                  table,
                  suite,
                  "the physics",
                  both.execution(),
                  sharedBefore,
                  shared,
                  EpisodeRecord::execution);
            });
    return table;
  }

  private static List<EpisodeRecord> sharedWith(
      List<EpisodeRecord> others, List<EpisodeRecord> episodes) {
    Set<Situation> tried =
        others.stream().map(one -> one.key().situation()).collect(Collectors.toSet());
    return episodes.stream().filter(one -> tried.contains(one.key().situation())).toList();
  }

  private static void add(
      Table table,
      String suite,
      String where,
      Optional<PairedTest> test,
      Collection<EpisodeRecord> before,
      Collection<EpisodeRecord> after,
      Function<EpisodeRecord, Optional<Attempt>> which) {
    if (test.isEmpty()) {
      return;
    }
    int pairs = test.get().pairs();
    table.add(
        List.of(
            suite,
            where,
            Integer.toString(pairs),
            rate(won(before, which), pairs),
            rate(won(after, which), pairs),
            Figures.test(test)));
  }

  private static int won(
      Collection<EpisodeRecord> episodes, Function<EpisodeRecord, Optional<Attempt>> which) {
    return (int)
        episodes.stream()
            .flatMap(one -> which.apply(one).stream())
            .filter(Attempt::isSuccess)
            .count();
  }

  private static String rate(int won, int of) {
    Rate rate = Rate.wilson(won, of);
    return Figures.format(
        "%.0f%% [%.0f, %.0f]", 100 * rate.rate(), 100 * rate.low(), 100 * rate.high());
  }

  private static Map<String, List<EpisodeRecord>> bySuite(List<RunView> runs) {
    Map<String, List<EpisodeRecord>> suites = new TreeMap<>();
    for (RunView run : runs) {
      String first = run.spec().plan().configurations().get(0).name();
      run.of(first)
          .forEach(
              episode ->
                  suites
                      .computeIfAbsent(episode.key().suite(), name -> new ArrayList<>())
                      .add(episode));
    }
    return suites;
  }

  /**
   * Writes the section of a Markdown page.
   *
   * @param command the command line that does so
   * @param machine on which it is done
   * @throws io.souschef.skills.failure.InvalidInputException when the page cannot be written
   */
  public static void write(
      Path page, List<RunView> before, List<RunView> after, String command, String machine) {
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "before-after",
            "Before and after",
            "Over the tasks and seeds that both have, so that a rate may differ from the suite's."
                + " Brackets are Wilson 95% intervals; tests are McNemar's, exact and"
                + " two-sided.\n\n"
                + table(before, after).markdown(),
            command,
            "as of the runs",
            machine));
  }
}
