package io.souschef.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.souschef.app.Assembly;
import io.souschef.app.bench.DecisionBenchmark;
import io.souschef.app.bench.Measured;
import io.souschef.app.bench.ProcessFacts;
import io.souschef.app.bench.SimBenchmark;
import io.souschef.app.episode.Stage;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
    description = "Measures speed: sim, decision, startup.")
final class BenchCommand implements Callable<Integer> {

  /** What can be measured. */
  enum Subject {
    SIM,
    DECISION,
    STARTUP
  }

  private static final int STEPS = 6_000;
  private static final int DECISIONS = 25;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "SUBJECT", description = "sim, decision or startup.")
  private List<Subject> subjects = List.of(Subject.values());

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Mixin private PlannerOptions options = new PlannerOptions();

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, Object> results = new LinkedHashMap<>();
    PrintWriter out = spec.commandLine().getOut();
    // Start-up first: it is the age of this process when all parts stand.
    if (subjects.contains(Subject.STARTUP)) {
      results.put("startup", startup(out));
    }
    if (subjects.contains(Subject.SIM)) {
      results.put("sim", sim(out));
    }
    if (subjects.contains(Subject.DECISION)) {
      results.put("decision", decision(out));
    }
    results.put("machine", ProcessFacts.machine());
    results.put("peakMemoryMiB", ProcessFacts.peakMib());
    if (json) {
      out.println(
          JsonMapper.builder()
              .addModule(new Jdk8Module())
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(results));
    } else {
      out.println(ProcessFacts.machine());
      ProcessFacts.peakMib().ifPresent(mib -> out.println("peak memory %.0f MiB".formatted(mib)));
    }
    out.flush();
    return Main.Exit.DONE;
  }

  private Object startup(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Stage stage = stage()) {
      stage.robot().observe();
      double readyS = ProcessFacts.ageS();
      print(
          out,
          "startup: ready to decide after %.2f s with %s and %s"
              .formatted(readyS, say.name(), can.name()));
      return Map.of("readyS", readyS);
    }
  }

  private Object sim(PrintWriter out) {
    List<SimBenchmark.Row> rows = new SimBenchmark().run(STEPS);
    for (SimBenchmark.Row row : rows) {
      print(
          out,
          "sim: %-22s %,9.0f steps/s  %5.0f x real time"
              .formatted(row.state(), row.stepsPerSecond(), row.timesRealTime()));
    }
    return rows;
  }

  private Object decision(PrintWriter out) {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Stage stage = stage()) {
      DecisionBenchmark.Report report =
          new DecisionBenchmark().run(stage.robot(), say, can, DECISIONS);
      print(out, "decision: %d skills".formatted(report.skills()));
      print(out, "ground", report.ground());
      print(out, "say", report.say());
      print(out, "best", report.best());
      print(out, "can", report.can());
      print(out, "total", report.total());
      return report;
    }
  }

  private static Stage stage() {
    return Assembly.stage(new SceneReader(KitchenFile.standard()).standard(1), 1, false);
  }

  private void print(PrintWriter out, String part, Measured measured) {
    print(
        out,
        "decision: %-7s p50 %7.1f ms  p95 %7.1f ms"
            .formatted(part, measured.p50Ms(), measured.p95Ms()));
  }

  private void print(PrintWriter out, String line) {
    if (!json) {
      out.println(line);
      out.flush();
    }
  }
}
