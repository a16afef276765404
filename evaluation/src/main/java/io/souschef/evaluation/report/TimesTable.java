package io.souschef.evaluation.report;

import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.Comparison;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Robot times of configurations against the first, on what both succeed at. Stateless. */
public final class TimesTable {

  private TimesTable() {}

  /** One row a family and configuration, and one for all families. */
  public static Table of(RunView run) {
    Table table =
        new Table("family", "configuration", "plan success", "execution success", "robot time");
    List<String> names =
        run.spec().plan().configurations().stream().map(Configuration::name).toList();
    TreeSet<String> families = new TreeSet<>();
    run.episodes().forEach(episode -> families.add(episode.family()));
    for (String other : names.subList(1, names.size())) {
      for (String family : families) {
        add(table, family, run, names.get(0), other, episode -> episode.family().equals(family));
      }
      add(table, "all", run, names.get(0), other, episode -> true);
    }
    return table;
  }

  private static void add(
      Table table,
      String family,
      RunView run,
      String first,
      String second,
      Predicate<EpisodeRecord> which) {
    Comparison comparison =
        Comparison.of(first, of(run, first, which), second, of(run, second, which));
    table.add(
        List.of(
            family,
            second,
            Figures.test(comparison.plan()),
            Figures.test(comparison.execution()),
            Figures.times(comparison.hardestTime())));
  }

  private static List<EpisodeRecord> of(
      RunView run, String configuration, Predicate<EpisodeRecord> which) {
    return run.of(configuration).stream().filter(which).toList();
  }
}
