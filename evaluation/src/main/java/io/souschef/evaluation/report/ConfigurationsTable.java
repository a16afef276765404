package io.souschef.evaluation.report;

import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.statistics.AttemptStatistics;
import io.souschef.evaluation.statistics.Comparison;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.PairedTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Configurations of one run side by side: the ablation of the paper. Stateless. */
public final class ConfigurationsTable {

  private ConfigurationsTable() {}

  /** One row a configuration, each tested against the first on the same tasks and seeds. */
  public static Table of(RunView run) {
    Table table =
        new Table(
            "what plans",
            "configuration",
            "plan success",
            "against the first",
            "execution success",
            "against the first");
    List<Configuration> configurations = run.spec().plan().configurations();
    for (int i = 0; i < configurations.size(); i++) {
      Configuration configuration = configurations.get(i);
      Group all = run.statistics().configurations().get(i).all();
      Optional<Comparison> comparison =
          i == 0 ? Optional.empty() : Optional.of(run.statistics().comparisons().get(i - 1));
      table.add(
          List.of(
              configuration.words(),
              configuration.name(),
              success(all.plan()),
              test(comparison.flatMap(Comparison::plan)),
              success(all.execution()),
              test(comparison.flatMap(Comparison::execution))));
    }
    return table;
  }

  /** One row a family, one column a configuration: success in the hardest way that was tried. */
  static Table families(RunView run) {
    List<ConfigurationStatistics> all = run.statistics().configurations();
    List<String> heading = new ArrayList<>(List.of("family", "episodes"));
    all.forEach(configuration -> heading.add(configuration.configuration()));
    Table table = new Table(heading.toArray(String[]::new));
    TreeSet<String> families = new TreeSet<>();
    all.forEach(configuration -> families.addAll(configuration.families().keySet()));
    for (String family : families) {
      table.add(row(family, all, c -> Optional.ofNullable(c.families().get(family))));
    }
    table.add(row("all", all, c -> Optional.of(c.all())));
    return table;
  }

  private static List<String> row(
      String name,
      List<ConfigurationStatistics> all,
      Function<ConfigurationStatistics, Optional<Group>> which) {
    List<Optional<Group>> groups = all.stream().map(which).toList();
    int episodes =
        Collections.max(
            groups.stream().map(group -> group.map(Group::episodes).orElse(0)).toList());
    List<String> cells = new ArrayList<>(List.of(name, Integer.toString(episodes)));
    groups.forEach(group -> cells.add(success(group.flatMap(g -> g.execution().or(g::plan)))));
    return cells;
  }

  private static String success(Optional<AttemptStatistics> statistics) {
    return statistics.map(s -> Figures.rate(s.success())).orElse(Table.NOTHING);
  }

  private static String test(Optional<PairedTest> test) {
    return test.map(Figures::shortTest).orElse(Table.NOTHING);
  }
}
