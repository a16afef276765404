package io.souschef.app.cli.train;

import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.cli.option.HomeOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.evaluation.Home;
import io.souschef.evaluation.ResultsDocument;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.affordance.AffordanceTraining;
import io.souschef.training.affordance.model.CanTrainer;
import io.souschef.training.affordance.rollout.RolloutOptions;
import io.souschef.training.affordance.rollout.SimulatedWorlds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the shipped weights anew. Both trainings go on where an earlier one was interrupted. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef train affordance --scenes 20",
      "  ./souschef train say --rounds 2",
    },
    subcommands = {TrainSayCommand.class, TrainConfidenceCommand.class, TrainTrialCommand.class},
    description =
        "Makes the shipped weights anew: train say, train affordance; finds how sure the language"
            + " model must be: train confidence; and tries ways to carry programs out on held-out"
            + " requests: train trial.")
public final class TrainCommand implements Runnable {

  /** File name of the reliability diagram, beside the results page. */
  private static final String RELIABILITY = "affordance-reliability.svg";

  private static final int USUALLY_ELSEWHERE = 5;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new InvalidInputException(
        "Say what to train: `souschef train say`, `train affordance`, `train confidence` or `train trial`");
  }

  private static Path home() {
    return Path.of(System.getProperty("souschef.home", "."));
  }

  @Command(
      name = "affordance",
      mixinStandardHelpOptions = true,
      description =
          "Rolls out skills in the simulator, trains the value function on them and judges it.")
  int affordance(
      @Mixin HomeOptions home,
      @Option(names = "--seed", defaultValue = "1", description = "Seed of everything random.")
          long seed,
      @Option(
              names = "--scenes",
              defaultValue = "430",
              description = "Random scenes, of about 140 tries each (default: 430).")
          int scenes,
      @Option(
              names = "--elsewhere",
              description =
                  "Of every ten scenes how many are in another home each, drawn at random"
                      + " (default: 5, for a home of your own 0).")
          @Nullable Integer elsewhere,
      @Option(
              names = "--threads",
              defaultValue = "2",
              description = "Worlds at once; no influence on the outcome (default: 2).")
          int threads,
      @Option(
              names = "--work",
              description =
                  "Folder of the rollouts (default: runs/train-affordance, for a home of your own"
                      + " with its hash).")
          Path workFolder,
      @Option(
              names = "--model",
              description =
                  "File to write (default: models/weights/can.onnx; for a home of your own can.onnx"
                      + " in the folder of the rollouts).")
          Path modelFile,
      @Option(
              names = "--results",
              description =
                  "Page whose section is written (default: docs/results.md; for a home of your own"
                      + " results.md in the folder of the rollouts).")
          Path results)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Home place = home.read();
    boolean shipped = TrainingFolder.isStandard(place);
    int others = elsewhere == null ? (shipped ? USUALLY_ELSEWHERE : 0) : elsewhere;
    Path work = workFolder == null ? TrainingFolder.usual(place) : workFolder;
    TrainingFolder.claim(work, place);
    Path usualModel =
        shipped ? home().resolve("models/weights/can.onnx") : work.resolve("can.onnx");
    Path model = modelFile == null ? usualModel : modelFile;
    AffordanceTraining.Outcome outcome =
        new AffordanceTraining(
                SimulatedWorlds.in(place.kitchen().kitchen()),
                SimulatedWorlds.elsewhere(),
                place.library(),
                line -> {
                  out.println(line);
                  out.flush();
                })
            .run(
                new AffordanceTraining.Options(
                    RolloutOptions.standard(work, seed)
                        .withScenes(scenes)
                        .withThreads(threads)
                        .withElsewhere(others),
                    CanTrainer.Options.standard(seed),
                    model));
    Path usualPage = shipped ? home().resolve("docs/results.md") : work.resolve("results.md");
    Path page = results == null ? usualPage : results;
    String tables = outcome.report().markdown(RELIABILITY);
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "affordance",
            "Affordance value function",
            tables,
            TypedCommand.of(
                List.of(
                    "train",
                    "affordance",
                    "--seed",
                    Long.toString(seed),
                    "--scenes",
                    Integer.toString(scenes),
                    "--elsewhere",
                    Integer.toString(others),
                    "--results",
                    page.toString())),
            Long.toString(seed),
            ProcessFacts.machine()));
    Files.writeString(page.resolveSibling(RELIABILITY), outcome.report().plot());
    out.println(tables);
    out.flush();
    return Exit.DONE;
  }
}
