package io.souschef.evaluation.report;

import io.souschef.evaluation.run.Phase;
import io.souschef.evaluation.run.Timing;
import io.souschef.evaluation.statistics.Timings;
import io.souschef.skills.text.Counted;
import java.util.List;
import java.util.stream.Collectors;

/** Where the wall clock went, all configurations and threads together. */
public final class TimeTable {

  private final Timings timings;
  private final Timing plan;
  private final Timing execution;

  public TimeTable(Timings timings) {
    this.timings = timings;
    this.plan = sum(timings.configurations().values().stream().map(Timings.Cost::plan).toList());
    this.execution =
        sum(timings.configurations().values().stream().map(Timings.Cost::execution).toList());
  }

  private static Timing sum(List<Timing> parts) {
    return parts.stream().reduce(Timing.ZERO, Timing::plus);
  }

  /** "486 episodes in 7 min 12 s with 2 threads."; empty when no session came to its end. */
  public String sentence() {
    return timings.sessions().stream()
        .map(
            session ->
                Figures.format(
                    "%s in %s with %s",
                    Counted.of(session.episodes(), "episode"),
                    Figures.duration(session.wallS()),
                    session.engine()))
        .collect(Collectors.joining(", then "));
  }

  /** One row a phase, and its share of all. */
  public Table table() {
    Table table = new Table("phase", "plans", "execution", "share");
    for (Phase phase : Phase.values()) {
      table.add(row(phase.words(), plan.ms(phase), execution.ms(phase)));
    }
    table.add(row("the rest", plan.restMs(), execution.restMs()));
    table.add(row("all", plan.totalMs(), execution.totalMs()));
    table.add(
        List.of(
            "decisions",
            Integer.toString(plan.decisions()),
            Integer.toString(execution.decisions()),
            ""));
    return table;
  }

  private List<String> row(String name, double planMs, double executionMs) {
    double all = plan.totalMs() + execution.totalMs();
    double share = all == 0 ? 0 : (planMs + executionMs) / all;
    return List.of(
        name, Figures.ms(planMs), Figures.ms(executionMs), Figures.format("%.1f%%", 100 * share));
  }
}
