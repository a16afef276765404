package io.souschef.app.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.cli.option.EvaluationOptions;
import io.souschef.app.cli.option.Threads;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.app.evaluation.Fingerprints;
import io.souschef.app.evaluation.KitchenRecipe;
import io.souschef.evaluation.Evaluation;
import io.souschef.evaluation.EvaluationPlan;
import io.souschef.evaluation.ProgressLine;
import io.souschef.evaluation.SourceState;
import io.souschef.evaluation.engine.Engine;
import io.souschef.evaluation.engine.EngineProvider;
import io.souschef.evaluation.engine.RunnerRecipe;
import io.souschef.evaluation.engine.ThreadEngine;
import io.souschef.evaluation.report.ResultsSection;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.page.ReportPage;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.evaluation.run.RunJson;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.skills.failure.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs every task of a suite and sums up. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef eval --suite plain",
      "  ./souschef eval --suite plain --ablation --out runs/ablation",
    },
    description = {
      "Runs every task of a suite, with the ideal executor and in the physics, and sums up.",
      "A run that was stopped goes on when it is started again with the same options."
    })
public final class EvalCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Mixin private EvaluationOptions options = new EvaluationOptions();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Run folder (default: runs/eval-<suites>).")
  private @Nullable Path out;

  @Option(names = "--threads", description = "Episodes at a time (default: one for each core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--engine",
      defaultValue = "threads",
      description = "threads, or spark for several machines (default: ${DEFAULT-VALUE}).")
  private String engine = "threads";

  @Option(
      names = "--master",
      defaultValue = "local[*]",
      description = "Spark's master (default: ${DEFAULT-VALUE}).")
  private String master = "local[*]";

  @Option(names = "--json", description = "Print stats.json only.")
  private boolean json;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "Also write this run's section of a Markdown page, for example docs/results.md.")
  private @Nullable Path results;

  @Override
  public Integer call() throws JsonProcessingException {
    Threads.require(threads);
    EvaluationPlan plan = options.plan();
    RunSpec runSpec =
        new RunSpec(
            plan.fingerprint(new Fingerprints(options.plugins()).of(plan.configurations())),
            provenance());
    Path path = out == null ? Path.of("runs", "eval-" + plan.suiteNames()) : out;
    Statistics statistics;
    try (RunFolder folder = RunFolder.open(path, runSpec)) {
      Engine engine = engine(KitchenRecipe.of(plan, options.plugins()));
      statistics = new Evaluation(folder, plan.episodes()).run(engine, progress(plan, folder));
      folder.writeText("report.html", new ReportPage().render(List.of(RunView.read(path)), path));
    }
    if (results != null) {
      ResultsSection.write(results, RunView.read(path));
    }
    show(statistics, path);
    return Exit.DONE;
  }

  private Engine engine(RunnerRecipe recipe) {
    if (engine.equals("threads")) {
      return new ThreadEngine(recipe, threads);
    }
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(engine))
        .map(provider -> provider.open(recipe, master))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no engine '%s' on the class path; use threads, or spark through the launcher './souschef'"
                        .formatted(engine)));
  }

  private ProgressLine progress(EvaluationPlan plan, RunFolder folder) {
    boolean terminal = Boolean.getBoolean("souschef.terminal") && !json;
    return new ProgressLine(
        spec.commandLine().getErr(),
        terminal,
        plan.episodes().size(),
        folder.finished().size(),
        System::nanoTime);
  }

  private RunSpec.Provenance provenance() {
    return new RunSpec.Provenance(
        TypedCommand.of(spec),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        SourceState.git(),
        ProcessFacts.machine());
  }

  private void show(Statistics statistics, Path path) throws JsonProcessingException {
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(
          RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(statistics));
    } else {
      for (ConfigurationStatistics configuration : statistics.configurations()) {
        writer.println(configuration.configuration());
        configuration
            .all()
            .plan()
            .ifPresent(s -> writer.println("  plan success      " + s.success().words()));
        configuration
            .all()
            .execution()
            .ifPresent(s -> writer.println("  execution success " + s.success().words()));
      }
      writer.println("report " + path.resolve("report.html"));
    }
    writer.flush();
  }
}
