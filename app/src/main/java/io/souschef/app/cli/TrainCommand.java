package io.souschef.app.cli;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.InvalidInputException;
import io.souschef.training.affordance.AffordanceTraining;
import io.souschef.training.affordance.model.CanTrainer;
import io.souschef.training.affordance.rollout.RolloutOptions;
import io.souschef.training.affordance.rollout.SimulatedWorlds;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the shipped weights anew. Both trainings go on where an earlier one was interrupted. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    subcommands = TrainSayCommand.class,
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
}
