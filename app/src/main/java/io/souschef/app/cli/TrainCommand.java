package io.souschef.app.cli;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.InvalidInputException;
import io.souschef.training.affordance.AffordanceTraining;
import io.souschef.training.affordance.model.CanTrainer;
import io.souschef.training.affordance.rollout.RolloutOptions;
import io.souschef.training.affordance.rollout.SimulatedWorlds;
import io.souschef.training.language.SayTraining;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the shipped weights anew. Both trainings go on where an earlier one was interrupted. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Makes the shipped weights anew: train say, train affordance.")
final class TrainCommand implements Runnable {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new InvalidInputException(
        "Say what to train: `souschef train say` or `train affordance`");
  }

  private static Path home() {
    return Path.of(System.getProperty("souschef.home", "."));
  }

  @Command(
      name = "say",
      mixinStandardHelpOptions = true,
      description = "Trains the embedded language model from training/text.")
  int say(
      @Option(names = "--rounds", defaultValue = "18", description = "Rounds of fresh examples.")
          int rounds,
      @Option(
              names = "--work",
              defaultValue = "runs/train-say",
              description = "Folder of checkpoints and learning curve.")
          Path work,
      @Option(names = "--model", description = "File to write (default: models/weights/say.onnx).")
          Path model)
      throws Exception {
    Path target = model == null ? home().resolve("models/weights/say.onnx") : model;
    SayTraining.Options options =
        SayTraining.Options.standard(
                home().resolve("training/text"), evaluationSuites(), work, target)
            .withRounds(rounds);
    new SayTraining(
            options,
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            InstantSource.system())
        .run(HELD_OUT_PLANS);
    return Main.Exit.DONE;
  }

  private static final int HELD_OUT_PLANS = 250;

  @Command(
      name = "affordance",
      mixinStandardHelpOptions = true,
      description = "Rolls out skills in the simulator and trains the value function on them.")
  int affordance(
      @Option(names = "--seed", defaultValue = "1", description = "Seed of everything random.")
          long seed,
      @Option(
              names = "--work",
              defaultValue = "runs/train-affordance",
              description = "Folder of the rollouts.")
          Path work,
      @Option(names = "--model", description = "File to write (default: models/weights/can.onnx).")
          Path model) {
    PrintWriter out = spec.commandLine().getOut();
    Path target = model == null ? home().resolve("models/weights/can.onnx") : model;
    new AffordanceTraining(
            new SimulatedWorlds(KitchenFile.standard()),
            line -> {
              out.println(line);
              out.flush();
            })
        .run(
            new AffordanceTraining.Options(
                RolloutOptions.standard(work, seed), CanTrainer.Options.standard(seed), target));
    return Main.Exit.DONE;
  }

  /** Instructions that must not be learned from. */
  private static List<Path> evaluationSuites() {
    Path suites = home().resolve("app/src/main/resources/io/souschef/app/evaluation/task/suites");
    try (Stream<Path> files = Files.list(suites)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be listed".formatted(suites), e);
    }
  }
}
