package io.souschef.app.cli.command;

import io.souschef.app.Assembly;
import io.souschef.app.bench.DecisionBenchmark;
import io.souschef.app.bench.RobotBenchmark;
import io.souschef.app.bench.SpeedSection;
import io.souschef.app.bench.StartBenchmark;
import io.souschef.app.bench.ThinkingBenchmark;
import io.souschef.app.bench.WebBenchmark;
import io.souschef.app.bench.measure.Measured;
import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.bench.ros.RosBenchmark;
import io.souschef.app.bench.sim.SimBenchmark;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.FreshFolder;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.models.bench.AffordanceBenchmark;
import io.souschef.models.bench.SayBenchmark;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.text.Counted;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how fast things are on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef bench",
      "  ./souschef bench sim --json",
    },
    description =
        "Measures speed: sim, decision, thinking, start, startup, say, can, ros, robot, web.")
public final class BenchCommand implements Callable<Integer> {

  /** What can be measured. */
  enum Subject {
    STARTUP,
    START,
    SIM,
    DECISION,
    THINKING,
    SAY,
    CAN,
    ROS,
    ROBOT,
    WEB
  }

  private static final List<Subject> USUAL =
      List.of(Subject.STARTUP, Subject.SIM, Subject.DECISION);

  private static final String SIMULATED = "sim";
  private static final int STARTS = 7;
  private static final int STEPS = 6_000;
  private static final int FETCH_TASKS = 12;
  private static final int FETCH_ROUNDS = 9;
  private static final int DECISIONS = 25;
  private static final int THOUGHTFUL_TASKS = 5;

  /** Skills in the paper's kitchen (Ahn et al., arXiv 2204.01691). */
  private static final int PAPER_SKILLS = 551;

  private static final RosBenchmark.Runs ROS_RUNS = new RosBenchmark.Runs(400, 20, 100);
  private static final String REQUESTS = "plain";
  private static final int WEB_ROUNDS = 3;
  private static final int WARM_UPS = 30;
  private static final int CALLS = 200;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SUBJECT",
      description =
          "sim, decision, startup, start, thinking, say, can, ros, robot or web (default: the first"
              + " three).")
  private List<Subject> subjects = USUAL;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Also write a section for each subject of a Markdown page, docs/results.md.")
  private @Nullable Path results;

  private final List<SpeedSection> sections = new ArrayList<>();

  @Option(
      names = "--robot",
      defaultValue = SIMULATED,
      paramLabel = "ROBOT",
      description =
          "sim or a plug-in's; what it sees is decided on by startup, decision and can (default:"
              + " ${DEFAULT-VALUE}).")
  private String robot = SIMULATED;

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Override
  public Integer call() {
    Map<String, Object> measured = new LinkedHashMap<>();
    PrintWriter out = spec.commandLine().getOut();
    // Start-up first: it is the age of this process when all parts stand.
    if (subjects.contains(Subject.STARTUP)) {
      measured.put("startup", startup(out));
    }
    if (subjects.contains(Subject.START)) {
      measured.put("start", start(out));
    }
    if (subjects.contains(Subject.SIM)) {
      measured.put("sim", sim(out));
    }
    if (subjects.contains(Subject.DECISION)) {
      measured.put("decision", decision(out));
    }
    if (subjects.contains(Subject.THINKING)) {
      measured.put("thinking", thinking(out));
    }
    if (subjects.contains(Subject.SAY)) {
      measured.put("say", say(out));
    }
    if (subjects.contains(Subject.CAN)) {
      measured.put("can", can(out));
    }
    if (subjects.contains(Subject.ROS)) {
      measured.put("ros", ros(out));
    }
    if (subjects.contains(Subject.ROBOT)) {
      measured.put("robot", robot(out));
    }
    if (subjects.contains(Subject.WEB)) {
      measured.put("web", web(out));
    }
    measured.put("machine", ProcessFacts.machine());
    measured.put("peakMemoryMiB", ProcessFacts.peakMib());
    if (results != null) {
      for (SpeedSection section : sections) {
        section.write(results, TypedCommand.of(spec));
      }
    }
    if (json) {
      out.println(PrintedJson.of(measured));
    } else {
      out.println(ProcessFacts.machine());
      ProcessFacts.peakMib()
          .ifPresent(mib -> out.println(String.format(Locale.ROOT, "peak memory %.0f MiB", mib)));
    }
    out.flush();
    return Exit.DONE;
  }

  private Object startup(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Robot body = body()) {
      body.observe();
      double readyS = ProcessFacts.ageS();
      print(
          out,
          String.format(
              Locale.ROOT,
              "startup: ready to decide after %.2f s with %s and %s",
              readyS,
              say.name(),
              can.name()));
      sections.add(SpeedSection.startup(readyS, say.name(), can.name()));
      return Map.of("readyS", readyS);
    }
  }

  /** Short commands in processes of their own. */
  private Object start(PrintWriter out) {
    Path launcher = Path.of(System.getProperty("souschef.home", "."), "souschef");
    StartBenchmark.Report report =
        new StartBenchmark(launcher.toAbsolutePath(), STARTS)
            .run(
                row ->
                    print(
                        out,
                        String.format(
                            Locale.ROOT,
                            "start: %-45s %5.2f s CPU (%.2f to %.2f), %5.2f s on the wall",
                            row.command(),
                            row.cpuS(),
                            row.leastS(),
                            row.mostS(),
                            row.wallS())));
    sections.add(SpeedSection.start(report));
    return report;
  }

  private Object sim(PrintWriter out) {
    SimBenchmark.Report report = new SimBenchmark().run(STEPS, FETCH_TASKS, FETCH_ROUNDS);
    report.lines().forEach(line -> print(out, "sim: " + line));
    sections.add(SpeedSection.sim(report));
    return report;
  }

  private Object decision(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Robot body = body()) {
      DecisionBenchmark.Report report =
          new DecisionBenchmark().run(options.library(), body, say, can, DECISIONS);
      sections.add(SpeedSection.decision(report));
      print(out, "decision: " + Counted.of(report.skills(), "skill"));
      print(out, "ground", report.ground());
      print(out, "say", report.say());
      print(out, "best", report.best());
      print(out, "can", report.can());
      print(out, "total", report.total());
      return report;
    }
  }

  /** Waiting between skills, with and without thinking ahead. */
  private Object thinking(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      ThinkingBenchmark.Report report =
          new ThinkingBenchmark()
              .run(
                  TaskSuite.read(REQUESTS).tasks().subList(0, THOUGHTFUL_TASKS),
                  say,
                  can,
                  options.settings());
      report.rows().forEach(row -> print(out, "thinking: " + row.line()));
      sections.add(SpeedSection.thinking(report));
      return report;
    }
  }

  /** The ways to score side by side, with the kitchen's own skills. */
  private Object say(PrintWriter out) {
    if (!options.usesEmbedded()) {
      throw new InvalidInputException(
          "bench say compares the ways to score of the embedded language model; leave out --llm, or"
              + " take bench decision");
    }
    EmbeddedLanguageModel.Settings settings =
        new EmbeddedLanguageModel.Settings(Runtime.getRuntime().availableProcessors(), 1);
    try (EmbeddedLanguageModel model = EmbeddedLanguageModel.shipped(settings);
        Robot body = body()) {
      SayBenchmark.Report report =
          new SayBenchmark(model, SayBenchmark.Settings.standard(), System::nanoTime)
              .run(grounded(body));
      sections.add(SpeedSection.say(report));
      for (SayBenchmark.Row row : report.rows()) {
        print(
            out,
            String.format(
                Locale.ROOT,
                "say: %-8s %,6d skills %-4s p50 %10.1f ms  p95 %10.1f ms  %,7.0f x faster than"
                    + " naive%s",
                row.way(),
                row.skills(),
                row.warm() ? "warm" : "cold",
                row.p50Ms(),
                row.p95Ms(),
                row.timesFasterThanNaive(),
                row.scaled() ? " (scaled up from a sample)" : ""));
      }
      return report;
    }
  }

  private Object can(PrintWriter out) {
    try (AffordanceFunction can = options.can();
        Robot body = body()) {
      List<GroundedSkill> skills = grounded(body);
      AffordanceBenchmark.Result result =
          new AffordanceBenchmark(System::nanoTime, ProcessFacts::allocatedBytes)
              .run(
                  can,
                  body.observe(),
                  skills.subList(0, Math.min(PAPER_SKILLS, skills.size())),
                  WARM_UPS,
                  CALLS);
      sections.add(SpeedSection.can(result));
      print(
          out,
          String.format(
              Locale.ROOT,
              "can: %d candidates, first %.1f ms, p50 %.2f ms, p95 %.2f ms, %,d KB allocated a call"
                  + " (%,d KB in the first half, %,d KB in the second)",
              result.candidates(),
              result.firstMs(),
              result.p50Ms(),
              result.p95Ms(),
              (result.earlyBytes() + result.lateBytes()) / 2048,
              result.earlyBytes() / 1024,
              result.lateBytes() / 1024));
      return result;
    }
  }

  /** Both transports on the loopback address, and the C peer where it was built. */
  private Object ros(PrintWriter out) {
    Path peer =
        Path.of(System.getProperty("souschef.home", "."), "ros-bridge", "target", "peer", "peer");
    RosBenchmark.Report report = new RosBenchmark(ROS_RUNS, peer).run();
    for (RosBenchmark.Row row : report.rows()) {
      print(
          out,
          String.format(
              Locale.ROOT,
              "ros: %-10s %-50s p50 %8.3f ms  p95 %8.3f ms",
              row.way(),
              row.what(),
              row.time().p50Ms(),
              row.time().p95Ms()));
    }
    for (RosBenchmark.Flow flow : report.flows()) {
      print(
          out,
          String.format(
              Locale.ROOT,
              "ros: %-10s one way, %,9d B %,33.0f /s  %,8.1f MiB/s",
              flow.way(),
              flow.bytes(),
              flow.perSecond(),
              flow.mibPerSecond()));
    }
    report.missing().forEach(line -> print(out, "ros: " + line));
    sections.add(SpeedSection.ros(report));
    return report;
  }

  /** The plain requests with the robot here, and in a process of its own on each transport. */
  private Object robot(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      SayCanPlanner planner =
          new SayCanPlanner(options.library(), say, can, options.settings(), System::nanoTime);
      RobotBenchmark.Report report =
          new RobotBenchmark(planner, say, REQUESTS)
              .run(
                  TaskSuite.read(REQUESTS).tasks(),
                  List.of(RobotBenchmark.Way.ROSBRIDGE, RobotBenchmark.Way.DDS),
                  line -> print(out, "robot: " + line));
      SpeedSection section = SpeedSection.robot(report);
      print(out, section.body());
      sections.add(section);
      return report;
    }
  }

  /** A kitchen that is watched over loopback. */
  private Object web(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      WebBenchmark.Report report =
          new WebBenchmark(FreshFolder.named("bench-web"), WEB_ROUNDS)
              .run(
                  options.planner(options.library(), say, can, User.nobody(), false)::run,
                  row ->
                      print(
                          out,
                          String.format(
                              Locale.ROOT,
                              "web: %2d viewers  %5.1f frames/s  %6.1f kB/s each  %5.1f ms CPU of"
                                  + " the simulator a robot second",
                              row.viewers(),
                              row.framesPerS(),
                              row.bytesPerS() / 1e3,
                              row.cpuMs())));
      print(
          out,
          String.format(
              Locale.ROOT,
              "web: %.0f ms from typing to the first motion, %.0f ms the first time",
              report.motionMs(),
              report.firstMs()));
      sections.add(SpeedSection.web(report));
      return report;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    }
  }

  private List<GroundedSkill> grounded(Robot robot) {
    return options.library().ground(robot.vocabulary(), robot.observe());
  }

  private Robot body() {
    return robot.equalsIgnoreCase(SIMULATED)
        ? Assembly.simulated(new SceneReader(KitchenFile.standard()).standard(1), 1, false)
        : Assembly.robot(robot, options.plugins());
  }

  private void print(PrintWriter out, String part, Measured measured) {
    print(
        out,
        String.format(
            Locale.ROOT,
            "decision: %-7s p50 %7.1f ms  p95 %7.1f ms",
            part,
            measured.p50Ms(),
            measured.p95Ms()));
  }

  private void print(PrintWriter out, String line) {
    if (!json) {
      out.println(line);
      out.flush();
    }
  }
}
