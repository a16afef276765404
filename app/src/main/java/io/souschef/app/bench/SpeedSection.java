package io.souschef.app.bench;

import io.souschef.app.bench.measure.Measured;
import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.bench.peer.SpeedBenchmark;
import io.souschef.app.bench.peer.SpeedRow;
import io.souschef.app.bench.ros.RosBenchmark;
import io.souschef.app.bench.sim.SimBenchmark;
import io.souschef.evaluation.ResultsDocument;
import io.souschef.evaluation.report.Table;
import io.souschef.models.bench.AffordanceBenchmark;
import io.souschef.models.bench.SayBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A section of figures about speed for the page of results.
 *
 * @param subject what was measured, as the command calls it
 * @param title heading
 * @param body Markdown
 */
public record SpeedSection(String subject, String title, String body) {

  /**
   * Writes it.
   *
   * @param command the command that measured it
   * @throws io.souschef.skills.failure.InvalidInputException when the page cannot be written
   */
  public void write(Path page, String command) {
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "speed-" + subject, title, body, command, "1", ProcessFacts.machine()));
  }

  /** From the start of the process to the first possible decision. */
  public static SpeedSection startup(double readyS, String say, String can) {
    return new SpeedSection(
        "startup",
        "Speed: start",
        format(
            "Ready to decide %.2f s after the start of the virtual machine, with %s and %s.",
            readyS, say, can));
  }

  /** What short commands cost. */
  public static SpeedSection start(StartBenchmark.Report report) {
    Table table =
        new Table("command", "before, CPU s", "goal", "CPU s", "least", "most", "on the wall, s");
    for (StartBenchmark.Row row : report.rows()) {
      table.add(
          List.of(
              "`" + row.command() + "`",
              format("%.2f", row.beforeS()),
              format("%.1f", row.goalS()),
              format("%.2f", row.cpuS()),
              format("%.2f", row.leastS()),
              format("%.2f", row.mostS()),
              format("%.2f", row.wallS())));
    }
    return new SpeedSection(
        "start",
        "The start",
        format(
            """
            User and system time of the whole process, launcher included, and time on the wall: medians of %d. Before stands for the version that had no archive of classes, measured on a machine of the same kind.

            %s\
            """,
            report.times(), table.markdown()));
  }

  /** What people wait for, beside others. */
  public static SpeedSection speed(SpeedBenchmark.Report report) {
    return new SpeedSection(
        "beside-" + report.part().name().toLowerCase(Locale.ROOT),
        "What people wait for: " + report.part().words(),
        """
        Each row and its peer were measured in the same run; medians, and processor time where it says so, since others may work on a machine. Before stands for the version in which a row was first looked at, on a machine of the same kind. Of a step rate more is better, of everything else less.

        %s\
        """
            .formatted(SpeedRow.table(report.rows()).markdown()));
  }

  /** What it costs to be watched. */
  public static SpeedSection web(WebBenchmark.Report report) {
    Table table =
        new Table(
            "viewers",
            "frames/s each",
            "while something moves",
            "kB/s each",
            "simulator CPU, ms a robot second",
            "more");
    double alone = report.rows().get(0).cpuMs();
    for (WebBenchmark.Row row : report.rows()) {
      boolean seen = row.viewers() > 0;
      table.add(
          List.of(
              Integer.toString(row.viewers()),
              seen ? format("%.1f", row.framesPerS()) : "–",
              seen ? format("%.1f", row.movingPerS()) : "–",
              seen ? format("%.1f", row.bytesPerS() / 1e3) : "–",
              format("%.1f", row.cpuMs()),
              seen ? format("%+.1f%%", 100 * (row.cpuMs() / alone - 1)) : "–"));
    }
    return new SpeedSection(
        "web",
        "Speed: a kitchen that is watched",
        format(
            """
            A fetch task at %.0f robot seconds a second, watched over loopback while the robot works; medians of %d rounds, by turns, after one to warm up. The simulator is the thread that owns the world; what is sent is made by others.

            %s
            From sending "bring me a coke" to the first frame in which the robot has moved: %.0f ms right after the start, %.0f ms later (median), understanding included.\
            """,
            WebBenchmark.PACE,
            report.rounds(),
            table.markdown(),
            report.firstMs(),
            report.motionMs()));
  }

  /** The physics. */
  public static SpeedSection sim(SimBenchmark.Report report) {
    return new SpeedSection(
        "sim",
        "Speed: physics",
        report.lines().stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
  }

  /** A decision and its parts. */
  public static SpeedSection decision(DecisionBenchmark.Report report) {
    Table table = new Table("part", "p50 ms", "p95 ms");
    add(table, "ground", report.ground());
    add(table, "say, --scores all", report.say());
    add(table, "say, --scores best", report.best());
    add(table, "can", report.can());
    add(table, "ground, say for all, can", report.total());
    return new SpeedSection(
        "decision",
        String.format(Locale.ROOT, "Speed: a decision over %d skills", report.skills()),
        "After one past step, prompts known.\n\n" + table.markdown());
  }

  private static void add(Table table, String part, Measured measured) {
    table.add(List.of(part, format("%.1f", measured.p50Ms()), format("%.1f", measured.p95Ms())));
  }

  /** Waiting between skills, with and without thinking ahead. */
  public static SpeedSection thinking(ThinkingBenchmark.Report report) {
    StringBuilder text =
        new StringBuilder(
            "The robot waits between two skills, `--plan steps`, every skill five seconds long;"
                + " what was prepared and not used was thought of other things than were seen.\n\n"
                + "| decided | decisions | mean wait | p95 | prepared | used |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (ThinkingBenchmark.Row row : report.rows()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f ms | %.1f ms | %d | %d |\n",
              row.way(),
              row.decisions(),
              row.meanMs(),
              row.p95Ms(),
              row.prepared(),
              row.used()));
    }
    return new SpeedSection("thinking", "Speed: thinking while moving", text.toString());
  }

  /** The ways to score. */
  public static SpeedSection say(SayBenchmark.Report report) {
    Table table = new Table("way", "skills", "last step known", "p50 ms", "p95 ms", "x naive");
    for (SayBenchmark.Row row : report.rows()) {
      table.add(
          List.of(
              row.way().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              format("%,d", row.skills()),
              row.warm() ? "yes" : "no",
              format("%,.1f", row.p50Ms()),
              format("%,.1f", row.p95Ms()),
              format("%,.1f", row.timesFasterThanNaive()) + (row.scaled() ? " *" : "")));
    }
    return new SpeedSection(
        "say",
        "Speed: ways to score skills",
        String.format(
            Locale.ROOT,
            """
            %s on %d processors. Naive is one pass for each skill with the whole prompt, batched the same sixteen at a time; trie scores every skill in one tree after the prompt; best-first what it takes to be sure of the best skill, under random affordances.

            %s
            \\* scaled up from a sample of the skills.
            """,
            report.model(),
            report.processors(),
            table.markdown()));
  }

  /** The value function. */
  public static SpeedSection can(AffordanceBenchmark.Result result) {
    Table table = new Table("call", "ms");
    table.add(List.of("first", format("%.1f", result.firstMs())));
    table.add(List.of("p50", format("%.2f", result.p50Ms())));
    table.add(List.of("p95", format("%.2f", result.p95Ms())));
    return new SpeedSection(
        "can",
        String.format(Locale.ROOT, "Speed: value function over %d skills", result.candidates()),
        String.format(Locale.ROOT, "%d calls.\n\n%s", result.calls(), table.markdown()));
  }

  /** Both transports of ROS 2 on this machine. */
  public static SpeedSection ros(RosBenchmark.Report report) {
    Table times = new Table("way and what", "p50 ms", "p95 ms");
    report.rows().forEach(row -> add(times, row.way() + ", " + row.what(), row.time()));
    Table flows = new Table("one way", "bytes", "messages a second", "MiB a second");
    report
        .flows()
        .forEach(
            flow ->
                flows.add(
                    List.of(
                        flow.way(),
                        format("%,d", flow.bytes()),
                        format("%,.0f", flow.perSecond()),
                        format("%,.1f", flow.mibPerSecond()))));
    String missing = String.join("\n", report.missing());
    return new SpeedSection(
        "ros",
        "Speed: ROS 2 on the loopback address",
        String.join("\n", times.markdown(), flows.markdown(), missing));
  }

  /** Requests with the robot here and in a process of its own. */
  public static SpeedSection robot(RobotBenchmark.Report report) {
    Table table =
        new Table(
            "robot",
            "succeeded",
            "same steps",
            "skills",
            "a skill, p50 ms",
            "the robot's own, p50 ms",
            "overhead, p50 ms",
            "p95 ms",
            "mean ms");
    for (RobotBenchmark.Row row : report.rows()) {
      boolean here = row.way() == RobotBenchmark.Way.HERE;
      table.add(
          List.of(
              RobotBenchmark.word(row.way()),
              format("%d of %d", row.succeeded(), row.requests()),
              here ? "–" : format("%d of %d", row.alike(), row.requests()),
              format("%d", row.skills()),
              format("%.1f", row.whole().p50Ms()),
              format("%.1f", row.own().p50Ms()),
              here ? "–" : format("%.1f", row.overhead().p50Ms()),
              here ? "–" : format("%.1f", row.overhead().p95Ms()),
              here ? "–" : format("%.1f", row.meanOverheadMs())));
    }
    return new SpeedSection(
        "robot",
        "Speed: the robot in a process of its own",
        """
        Plain requests with the planner in one process and the simulated robot, as fast as it goes, in this one or behind a transport in one of its own, fresh for each transport: its first skills, slower everywhere, count as well. A skill lasts from its start at the planner until what it did is perceived there; the robot's own time for executing and perceiving it comes from its `/diagnostics`; overhead is what is left.

        %s
        %s
        """
            .formatted(table.markdown(), String.join("\n", report.differences())));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
