package io.souschef.app.bench.scale;

import io.souschef.evaluation.report.Table;
import java.util.List;
import java.util.Locale;

/** What grows how, in words. */
public final class ScaleTables {

  private ScaleTables() {}

  /** A section's body in Markdown. */
  public static String markdown(ScaleBenchmark.Report report) {
    Table homes =
        new Table(
            "home",
            "skills",
            "read and built, ms",
            "grounding, ms",
            "best skill, ms",
            "can of all, ms",
            "observing, ms",
            "a fetch, s",
            "robot time, s");
    for (HomeGrowth.Row row : report.homes()) {
      homes.add(
          List.of(
              words(row.home()),
              format("%,d", row.skills()),
              format("%,.0f", row.readMs()),
              format("%,.1f", row.groundMs()),
              format("%,.0f", row.bestMs()),
              format("%,.1f", row.canMs()),
              format("%,.2f", row.observeMs()),
              format("%,.2f", row.fetchS()),
              Double.isNaN(row.robotS()) ? "failed" : format("%,.0f", row.robotS())));
    }
    Table runs =
        new Table("episodes", "workers", "wall, s", "CPU, s", "run folder, MB", "report page, MB");
    for (RunGrowth.Row row : report.runs()) {
      runs.add(
          List.of(
              format("%,d", row.episodes()),
              workers(row),
              format("%,.1f", row.wallS()),
              format("%,.1f", row.cpuS()),
              format("%,.1f", row.folderMb()),
              format("%,.2f", row.pageMb())));
    }
    return """
        Homes that are written, read and lived in like anybody's (`BigHome`); processor time of one thread, medians of five where a thing is done often, after a smaller home to warm up. *Best skill* is a decision of the language model over all skills with the value function's figures, its prompt new; a fetch goes to the farthest table in the physics.

        %s
        Evaluations of *plain*, plans alone, as whole commands; Spark's executors are threads of one process here.

        %s\
        """
        .formatted(homes.markdown(), runs.markdown());
  }

  /** A row for the terminal. */
  static String line(HomeGrowth.Row row) {
    return format(
        "scale: %s, %,d skills: read %.0f ms, ground %.1f ms, best %.0f ms, can %.1f ms, observe"
            + " %.2f ms, fetch %.2f s",
        words(row.home()),
        row.skills(),
        row.readMs(),
        row.groundMs(),
        row.bestMs(),
        row.canMs(),
        row.observeMs(),
        row.fetchS());
  }

  /** A row for the terminal. */
  static String line(RunGrowth.Row row) {
    return format(
        "scale: %,d episodes, %s: %.1f s, %.1f s CPU, page %.2f MB",
        row.episodes(), workers(row), row.wallS(), row.cpuS(), row.pageMb());
  }

  private static String words(BigHome home) {
    return format("%d tables, %d kinds, %d things", home.tables(), home.kinds(), home.things());
  }

  private static String workers(RunGrowth.Row row) {
    String one = row.engine().equals("Spark") ? "executor" : "thread";
    return format(
        "%s%d %s%s",
        row.engine().equals("Spark") ? "Spark, " : "",
        row.workers(),
        one,
        row.workers() == 1 ? "" : "s");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
