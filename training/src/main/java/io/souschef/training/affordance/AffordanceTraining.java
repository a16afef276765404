package io.souschef.training.affordance;

import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.models.text.TextEmbedder;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.affordance.evaluation.AffordanceReport;
import io.souschef.training.affordance.evaluation.ModelCard;
import io.souschef.training.affordance.model.CanGraph;
import io.souschef.training.affordance.model.CanTrainer;
import io.souschef.training.affordance.model.DataSplit;
import io.souschef.training.affordance.model.Paraphrases;
import io.souschef.training.affordance.model.TrainedAffordance;
import io.souschef.training.affordance.rollout.RolloutFolder;
import io.souschef.training.affordance.rollout.RolloutManifest;
import io.souschef.training.affordance.rollout.RolloutOptions;
import io.souschef.training.affordance.rollout.RolloutWorld;
import io.souschef.training.affordance.rollout.Rollouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * From nothing to {@code can.onnx}: rollouts, training, export, and the report on what came out.
 * What {@code souschef train affordance} runs.
 */
public final class AffordanceTraining {

  /**
   * What to make and where.
   *
   * @param rollouts the data to make or to go on with
   * @param training how to train
   * @param model the ONNX file to write; its model card goes beside it, ending in {@code .md}
   */
  public record Options(RolloutOptions rollouts, CanTrainer.Options training, Path model) {}

  /**
   * What was made.
   *
   * @param manifest of the rows
   * @param report how good the written file is
   */
  public record Outcome(RolloutManifest manifest, AffordanceReport report) {}

  private final RolloutWorld.Source worlds;
  private final RolloutWorld.Source elsewhere;
  private final SkillLibrary library;
  private final Consumer<String> status;

  /**
   * @param worlds where episodes take place
   * @param elsewhere where those take place that are in another home each
   * @param library the skills that are tried
   * @param status told one line at a time: scenes done, epochs done
   */
  public AffordanceTraining(
      RolloutWorld.Source worlds,
      RolloutWorld.Source elsewhere,
      SkillLibrary library,
      Consumer<String> status) {
    this.worlds = worlds;
    this.elsewhere = elsewhere;
    this.library = library;
    this.status = status;
  }

  /**
   * Runs everything that is not done yet.
   *
   * @throws InvalidInputException when a folder cannot be used or a file cannot be written
   */
  public Outcome run(Options options) {
    RolloutManifest manifest = rollOut(options.rollouts());
    return train(options, manifest);
  }

  private RolloutManifest rollOut(RolloutOptions options) {
    ProgressLine line = new ProgressLine(options.scenes(), status);
    return new Rollouts(worlds, elsewhere, library).run(options, line::show);
  }

  private Outcome train(Options options, RolloutManifest manifest) {
    DataSplit split = split(options.rollouts());
    Paraphrases paraphrases = Paraphrases.standard();
    CanTrainer.engine();
    TrainedAffordance trained;
    try (TextEmbedder embedder = TextEmbedder.open()) {
      trained = new CanTrainer(options.training(), embedder, paraphrases).train(split, status);
    }
    try {
      CanGraph.of(trained).write(options.model());
      AffordanceReport report = report(options.model(), manifest, split);
      Files.writeString(
          card(options.model()),
          ModelCard.markdown(
              manifest,
              options.training(),
              trained,
              report.markdown("../../docs/affordance-reliability.svg")));
      return new Outcome(manifest, report);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Model '%s' cannot be written (%s); choose a writable file"
              .formatted(options.model(), e.getMessage()),
          e);
    }
  }

  /**
   * Judges a model file on the held-out part of rows that were made before.
   *
   * @param options of the rollouts; their seed decides the split as in training
   * @throws InvalidInputException when rows or model are missing or damaged
   */
  public static AffordanceReport evaluate(RolloutOptions options, Path model) {
    return report(model, new RolloutFolder(options.folder()).manifest(), split(options));
  }

  private static AffordanceReport report(Path model, RolloutManifest manifest, DataSplit split) {
    try (OnnxAffordanceFunction function = OnnxAffordanceFunction.open(model)) {
      return new AffordanceReport(manifest, split, function, Paraphrases.standard());
    }
  }

  private static DataSplit split(RolloutOptions options) {
    return DataSplit.of(new RolloutFolder(options.folder()).read(), options.seed());
  }

  private static Path card(Path model) {
    return model.resolveSibling(
        model.getFileName().toString().replaceFirst("\\.onnx$", "") + ".md");
  }
}
