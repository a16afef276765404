package io.souschef.app.cli.bench;

import io.souschef.app.Assembly;
import io.souschef.app.bench.DecisionBenchmark;
import io.souschef.app.bench.SpeedSection;
import io.souschef.app.bench.ThinkingBenchmark;
import io.souschef.app.bench.measure.Measured;
import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.bench.scale.ScaleBenchmark;
import io.souschef.app.bench.scale.ScaleTables;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.models.bench.AffordanceBenchmark;
import io.souschef.models.bench.SayBenchmark;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is measured of deciding: language model, value function and both together. */
final class ModelMeasures {

  private static final int DECISIONS = 25;
  private static final int THOUGHTFUL_TASKS = 5;

  /** Skills in the paper's kitchen (Ahn et al., arXiv 2204.01691). */
  private static final int PAPER_SKILLS = 551;

  private static final String REQUESTS = "plain";
  private static final int WARM_UPS = 30;
  private static final int CALLS = 200;
  private static final String SIMULATED = "sim";

  private final PlannerOptions options;
  private final String robot;
  private final BenchOutput output;

  /**
   * Measures with what was chosen.
   *
   * @param robot sim, or a plug-in's
   */
  ModelMeasures(PlannerOptions options, String robot, BenchOutput output) {
    this.options = options;
    this.robot = robot;
    this.output = output;
  }

  Object startup() {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Robot body = body()) {
      body.observe();
      double readyS = ProcessFacts.ageS();
      output.line(
          String.format(
              Locale.ROOT,
              "startup: ready to decide after %.2f s with %s and %s",
              readyS,
              say.name(),
              can.name()));
      output.add(SpeedSection.startup(readyS, say.name(), can.name()));
      return Map.of("readyS", readyS);
    }
  }

  Object decision() {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Robot body = body()) {
      DecisionBenchmark.Report report =
          new DecisionBenchmark().run(options.library(), body, say, can, DECISIONS);
      output.add(SpeedSection.decision(report));
      output.line("decision: " + Counted.of(report.skills(), "skill"));
      line("ground", report.ground());
      line("say", report.say());
      line("best", report.best());
      line("can", report.can());
      line("total", report.total());
      return report;
    }
  }

  /** Waiting between skills, with and without thinking ahead. */
  Object thinking() {
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can()) {
      ThinkingBenchmark.Report report =
          new ThinkingBenchmark()
              .run(
                  TaskSuite.read(REQUESTS).tasks().subList(0, THOUGHTFUL_TASKS),
                  say,
                  can,
                  options.settings());
      report.rows().forEach(row -> output.line("thinking: " + row.line()));
      output.add(SpeedSection.thinking(report));
      return report;
    }
  }

  /** The ways to score side by side, with the kitchen's own skills. */
  Object say() {
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
      output.add(SpeedSection.say(report));
      for (SayBenchmark.Row row : report.rows()) {
        output.line(
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

  Object can() {
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
      output.add(SpeedSection.can(result));
      output.line(
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

  /** What grows how. */
  Object scale() {
    Path home = Path.of(System.getProperty("souschef.home", ".")).toAbsolutePath();
    try (UsefulnessScorer say = Assembly.say(options.languageModel(), 1, 1, options.plugins());
        AffordanceFunction can = options.can()) {
      ScaleBenchmark.Report report =
          new ScaleBenchmark(home.resolve("souschef"))
              .run(options.library(), say, can, output::line);
      output.add(new SpeedSection("scale", "What grows how", ScaleTables.markdown(report)));
      return report;
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

  private void line(String part, Measured measured) {
    output.line(
        String.format(
            Locale.ROOT,
            "decision: %-7s p50 %7.1f ms  p95 %7.1f ms",
            part,
            measured.p50Ms(),
            measured.p95Ms()));
  }
}
