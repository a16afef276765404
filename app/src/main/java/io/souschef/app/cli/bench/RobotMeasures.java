package io.souschef.app.cli.bench;

import io.souschef.app.bench.RobotBenchmark;
import io.souschef.app.bench.SpeedSection;
import io.souschef.app.bench.StartBenchmark;
import io.souschef.app.bench.WebBenchmark;
import io.souschef.app.bench.ros.RosBenchmark;
import io.souschef.app.bench.sim.SimBenchmark;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.terminal.FreshFolder;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.usefulness.UsefulnessScorer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is measured of robots, of what carries messages to them, and of whole commands. */
final class RobotMeasures {

  private static final int STARTS = 7;
  private static final int STEPS = 6_000;
  private static final int FETCH_TASKS = 12;
  private static final int FETCH_ROUNDS = 9;
  private static final RosBenchmark.Runs ROS_RUNS = new RosBenchmark.Runs(400, 20, 100);
  private static final String REQUESTS = "plain";
  private static final int WEB_ROUNDS = 3;

  private final PlannerOptions options;
  private final BenchOutput output;

  RobotMeasures(PlannerOptions options, BenchOutput output) {
    this.options = options;
    this.output = output;
  }

  /** Short commands in processes of their own. */
  Object start() {
    Path launcher = Path.of(System.getProperty("souschef.home", "."), "souschef");
    StartBenchmark.Report report =
        new StartBenchmark(launcher.toAbsolutePath(), STARTS)
            .run(
                row ->
                    output.line(
                        String.format(
                            Locale.ROOT,
                            "start: %-45s %5.2f s CPU (%.2f to %.2f), %5.2f s on the wall",
                            row.command(),
                            row.cpuS(),
                            row.leastS(),
                            row.mostS(),
                            row.wallS())));
    output.add(SpeedSection.start(report));
    return report;
  }

  Object sim() {
    SimBenchmark.Report report = new SimBenchmark().run(STEPS, FETCH_TASKS, FETCH_ROUNDS);
    report.lines().forEach(line -> output.line("sim: " + line));
    output.add(SpeedSection.sim(report));
    return report;
  }

  /** Both transports on the loopback address, and the C peer where it was built. */
  Object ros() {
    Path peer =
        Path.of(System.getProperty("souschef.home", "."), "ros-bridge", "target", "peer", "peer");
    RosBenchmark.Report report = new RosBenchmark(ROS_RUNS, peer).run();
    for (RosBenchmark.Row row : report.rows()) {
      output.line(
          String.format(
              Locale.ROOT,
              "ros: %-10s %-50s p50 %8.3f ms  p95 %8.3f ms",
              row.way(),
              row.what(),
              row.time().p50Ms(),
              row.time().p95Ms()));
    }
    for (RosBenchmark.Flow flow : report.flows()) {
      output.line(
          String.format(
              Locale.ROOT,
              "ros: %-10s one way, %,9d B %,33.0f /s  %,8.1f MiB/s",
              flow.way(),
              flow.bytes(),
              flow.perSecond(),
              flow.mibPerSecond()));
    }
    report.missing().forEach(line -> output.line("ros: " + line));
    output.add(SpeedSection.ros(report));
    return report;
  }

  /** The plain requests with the robot here, and in a process of its own on each transport. */
  Object robot() {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      SayCanPlanner planner =
          new SayCanPlanner(options.library(), say, can, options.settings(), System::nanoTime);
      RobotBenchmark.Report report =
          new RobotBenchmark(planner, say, REQUESTS)
              .run(
                  TaskSuite.read(REQUESTS).tasks(),
                  List.of(RobotBenchmark.Way.ROSBRIDGE, RobotBenchmark.Way.DDS),
                  line -> output.line("robot: " + line));
      SpeedSection section = SpeedSection.robot(report);
      output.line(section.body());
      output.add(section);
      return report;
    }
  }

  /** A kitchen that is watched over loopback. */
  Object web() {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      WebBenchmark.Report report =
          new WebBenchmark(FreshFolder.named("bench-web"), WEB_ROUNDS)
              .run(
                  options.planner(options.library(), say, can, User.nobody(), false)::run,
                  row ->
                      output.line(
                          String.format(
                              Locale.ROOT,
                              "web: %2d viewers  %5.1f frames/s (%.1f while something moves)"
                                  + "  %6.1f kB/s each  %5.1f ms CPU of the simulator a robot second",
                              row.viewers(),
                              row.framesPerS(),
                              row.movingPerS(),
                              row.bytesPerS() / 1e3,
                              row.cpuMs())));
      output.line(
          String.format(
              Locale.ROOT,
              "web: %.0f ms from typing to the first motion, %.0f ms the first time",
              report.motionMs(),
              report.firstMs()));
      output.add(SpeedSection.web(report));
      return report;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    }
  }
}
