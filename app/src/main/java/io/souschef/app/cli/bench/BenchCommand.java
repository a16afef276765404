package io.souschef.app.cli.bench;

import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.bench.peer.SpeedBenchmark;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.TypedCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        "Measures speed: sim, decision, thinking, start, startup, say, can, ros, robot, web; scale:"
            + " what grows how; speed: what people wait for, each beside a peer where one is"
            + " here.")
public final class BenchCommand implements Callable<Integer> {

  /** What can be measured, start-up first: it is the age of this process when all parts stand. */
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
    WEB,
    SCALE,
    SPEED
  }

  private static final List<Subject> USUAL =
      List.of(Subject.STARTUP, Subject.SIM, Subject.DECISION);

  private static final String SIMULATED = "sim";

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SUBJECT",
      description =
          "sim, decision, startup, start, thinking, say, can, ros, robot, web, scale or speed"
              + " (default: the first three).")
  private List<Subject> subjects = USUAL;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Also write a section for each subject of a Markdown page, docs/results.md.")
  private @Nullable Path results;

  @Option(
      names = "--robot",
      defaultValue = SIMULATED,
      paramLabel = "ROBOT",
      description =
          "sim or a plug-in's; what it sees is decided on by startup, decision and can (default:"
              + " ${DEFAULT-VALUE}).")
  private String robot = SIMULATED;

  @Option(
      names = "--python",
      defaultValue = "python3",
      paramLabel = "PROGRAM",
      description =
          "Python with onnxruntime, mujoco or pybullet for peers of speed; those that lack are said"
              + " not to be here (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  @Option(
      names = "--part",
      paramLabel = "PART",
      description =
          "Of speed, only network, server, ros, fetch, bodies or suite; may be repeated (default:"
              + " all).")
  private List<SpeedBenchmark.Part> parts = List.of(SpeedBenchmark.Part.values());

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Override
  public Integer call() {
    Map<String, Object> measured = new LinkedHashMap<>();
    PrintWriter out = spec.commandLine().getOut();
    BenchOutput output = new BenchOutput(out, json);
    for (Subject subject : Subject.values()) {
      if (subjects.contains(subject)) {
        measured.put(subject.name().toLowerCase(Locale.ROOT), measured(subject, output));
      }
    }
    measured.put("machine", ProcessFacts.machine());
    measured.put("peakMemoryMiB", ProcessFacts.peakMib());
    if (results != null) {
      output.write(results, TypedCommand.of(spec));
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

  private Object measured(Subject subject, BenchOutput output) {
    ModelMeasures models = new ModelMeasures(options, robot, output);
    RobotMeasures robots = new RobotMeasures(options, output);
    return switch (subject) {
      case STARTUP -> models.startup();
      case START -> robots.start();
      case SIM -> robots.sim();
      case DECISION -> models.decision();
      case THINKING -> models.thinking();
      case SAY -> models.say();
      case CAN -> models.can();
      case ROS -> robots.ros();
      case ROBOT -> robots.robot();
      case WEB -> robots.web();
      case SCALE -> models.scale();
      case SPEED -> new SpeedMeasures(options, python, parts, output).speed();
    };
  }
}
