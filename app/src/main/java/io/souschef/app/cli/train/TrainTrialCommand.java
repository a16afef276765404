package io.souschef.app.cli.train;

import io.souschef.app.Assembly;
import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.evaluation.ResultsDocument;
import io.souschef.models.LanguageModels;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.language.SayTraining;
import io.souschef.training.language.trial.JointTrial;
import io.souschef.training.language.trial.RehearsalTrial;
import io.souschef.training.language.trial.Trial;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries ways to carry programs out on held-out requests, in homes drawn at random. */
@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  ./souschef train trial --requests 100",
    description =
        "Tries ways to judge programs and to carry them out on held-out requests, each in a home"
            + " drawn at random; by this it is decided what is on by default.")
final class TrainTrialCommand implements Callable<Integer> {

  @Option(
      names = "--requests",
      defaultValue = "600",
      description = "Held-out requests (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--joint",
      defaultValue = "0",
      description =
          "Of these so many are carried out in thought by steps, by programs and by both, which"
              + " takes minutes (default: ${DEFAULT-VALUE}).")
  private int joint;

  @Option(
      names = "--seed",
      defaultValue = "4242",
      description = "Seed of requests and homes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--results",
      description = "Page to write the figures into, for example docs/results.md.")
  private @Nullable Path results;

  @Override
  public Integer call() {
    if (requests < 1 || joint < 0 || joint > requests) {
      throw new InvalidInputException(
          "--requests must be at least 1 and --joint in 0 to that, got %s and %s"
              .formatted(requests, joint));
    }
    Path home = Path.of(System.getProperty("souschef.home", "."));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Trial> trials =
        new SayTraining(
                SayTraining.Options.standard(
                        home.resolve("training/text"),
                        TrainSayCommand.evaluationSuites(home),
                        home.resolve("runs"),
                        home.resolve("models/weights/say.onnx"))
                    .withSeed(seed),
                out,
                InstantSource.system())
            .trials(KitchenFile.standard().vocabulary(), requests);
    try (UsefulnessScorer say = Assembly.say(LanguageModels.EMBEDDED, 2, 1)) {
      if (!(say instanceof ProgramWriter writer)) {
        throw new InvalidInputException(
            "Language model '%s' writes no programs".formatted(say.name()));
      }
      String table =
          joint == 0
              ? RehearsalTrial.of(trials, writer).markdown()
              : RehearsalTrial.of(trials, writer).markdown()
                  + "\n"
                  + new JointTrial(say, writer).markdown(JointTrial.spread(trials, joint));
      out.print(table);
      if (results != null) {
        write(results, table);
      }
    }
    return Exit.DONE;
  }

  private void write(Path page, String table) {
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "trial",
            "Rehearsing, and programs and steps at once, tried on held-out requests",
            table,
            TypedCommand.of(
                List.of(
                    "train",
                    "trial",
                    "--requests",
                    Integer.toString(requests),
                    "--joint",
                    Integer.toString(joint),
                    "--seed",
                    Long.toString(seed),
                    "--results",
                    page.toString())),
            Long.toString(seed),
            ProcessFacts.machine()));
  }
}
