package io.souschef.app.cli.train;

import io.souschef.app.Assembly;
import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.evaluation.ResultsDocument;
import io.souschef.models.AskingCalibration;
import io.souschef.models.LanguageModels;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.WholeFile;
import io.souschef.training.language.AskingCurve;
import io.souschef.training.language.AskingPlot;
import io.souschef.training.language.Confidence;
import io.souschef.training.language.SayTraining;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds how sure the language model must be of what is meant before a robot goes ahead. */
@Command(
    name = "confidence",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  ./souschef train confidence --requests 200",
    description =
        "Lets the language model read held-out requests, and finds how sure it must be to go ahead;"
            + " writes the calibration that --ask TARGET goes by.")
final class TrainConfidenceCommand implements Callable<Integer> {

  /** File name of the curve, beside the results page. */
  private static final String CURVE = "asking-curve.svg";

  private static final String CALIBRATION = "models/weights/say.asking.json";

  @Option(
      names = "--requests",
      defaultValue = "1000",
      description = "Held-out requests (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--seed",
      defaultValue = "4242",
      description = "Seed of the requests (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--over-ask",
      defaultValue = "0.05",
      description =
          "Share of requests that may be asked about though they were understood (default:"
              + " ${DEFAULT-VALUE}).")
  private double overAsk;

  @Option(
      names = "--results",
      description = "Page to write the figures into, for example docs/results.md.")
  private @Nullable Path results;

  @Override
  public Integer call() {
    if (requests < 1 || !(overAsk >= 0 && overAsk <= 1)) {
      throw new InvalidInputException(
          "--requests must be at least 1 and --over-ask in [0, 1], got %s and %s"
              .formatted(requests, overAsk));
    }
    Path home = Path.of(System.getProperty("souschef.home", "."));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SayTraining training =
        new SayTraining(
            SayTraining.Options.standard(
                    home.resolve("training/text"),
                    TrainSayCommand.evaluationSuites(home),
                    home.resolve("runs"),
                    home.resolve("models/weights/say.onnx"))
                .withSeed(seed),
            out,
            InstantSource.system());
    try (UsefulnessScorer say = Assembly.say(LanguageModels.EMBEDDED, 2, 1)) {
      if (!(say instanceof ProgramWriter writer)) {
        throw new InvalidInputException(
            "Language model '%s' writes no programs".formatted(say.name()));
      }
      Confidence found = training.confidence(writer, KitchenFile.standard().vocabulary(), requests);
      double threshold = found.threshold(overAsk);
      AskingCurve curve = AskingCurve.of(found);
      calibration(found).write(home.resolve(CALIBRATION));
      String table =
          found.markdown()
              + String.format(
                  Locale.ROOT,
                  "%nHighest twentieth with at most %.0f%% over-ask: **%.2f** (over-ask %.1f%%,"
                      + " over-step %.1f%%).%n",
                  100 * overAsk,
                  threshold,
                  100 * found.overAsk(threshold),
                  100 * found.overStep(threshold))
              + "\n"
              + curve.markdown()
              + "\n![Curve of asking]("
              + CURVE
              + ")\n";
      out.print(table);
      if (results != null) {
        write(results, table);
        WholeFile.write(results.resolveSibling(CURVE), AskingPlot.svg(curve));
      }
    }
    return Exit.DONE;
  }

  private AskingCalibration calibration(Confidence found) {
    return AskingCalibration.of(
        seed, found.requests().stream().map(Confidence.Request::meant).toList());
  }

  private void write(Path page, String table) {
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "confidence",
            "How sure the language model must be",
            table,
            TypedCommand.of(
                List.of(
                    "train",
                    "confidence",
                    "--requests",
                    Integer.toString(requests),
                    "--seed",
                    Long.toString(seed),
                    "--results",
                    page.toString())),
            Long.toString(seed),
            ProcessFacts.machine()));
  }
}
