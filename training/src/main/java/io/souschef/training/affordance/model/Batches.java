package io.souschef.training.affordance.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.text.TextEmbedder;
import io.souschef.training.affordance.rollout.RolloutRow;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows as tensors for {@link AffordanceNet}. */
final class Batches {

  /** How often a noun or a place's name is left out in training, so that features carry it. */
  private static final double FORGET_NOUN = 0.15;

  /** How often a skill is worded anew in training. */
  private static final double REWORD = 0.5;

  private final Standardization standardization;
  private final TextTable texts;
  private final Paraphrases paraphrases;

  Batches(Standardization standardization, TextTable texts, Paraphrases paraphrases) {
    this.standardization = standardization;
    this.texts = texts;
    this.paraphrases = paraphrases;
  }

  /** All texts that a batch may refer to, so that the table is complete before training. */
  void register(List<RolloutRow> rows) {
    for (RolloutRow row : rows) {
      texts.indexOf(row.wording());
      texts.indexOf(row.object());
      texts.indexOf(row.place());
      paraphrases.of(row.wording()).forEach(texts::indexOf);
    }
  }

  NDArray table(NDManager manager) {
    return manager.create(texts.embeddings(), new Shape(texts.size(), TextEmbedder.WIDTH));
  }

  /** Inputs as they are. */
  NDList inputs(NDManager manager, NDArray table, List<RolloutRow> rows) {
    return inputs(manager, table, rows, null);
  }

  /** Inputs with words left out or changed at random. */
  NDList varied(NDManager manager, NDArray table, List<RolloutRow> rows, Random random) {
    return inputs(manager, table, rows, random);
  }

  private NDList inputs(
      NDManager manager, NDArray table, List<RolloutRow> rows, @Nullable Random random) {
    int count = rows.size();
    float[] features = new float[count * FeatureLayout.WIDTH];
    long[] wording = new long[count];
    long[] object = new long[count];
    long[] place = new long[count];
    for (int i = 0; i < count; i++) {
      RolloutRow row = rows.get(i);
      for (int k = 0; k < FeatureLayout.WIDTH; k++) {
        features[i * FeatureLayout.WIDTH + k] =
            (row.features()[k] - standardization.mean()[k]) * standardization.scale()[k];
      }
      wording[i] = texts.indexOf(random == null ? row.wording() : reworded(row, random));
      object[i] = forgets(random) ? 0 : texts.indexOf(row.object());
      place[i] = forgets(random) ? 0 : texts.indexOf(row.place());
    }
    return new NDList(
        manager.create(features, new Shape(count, FeatureLayout.WIDTH)),
        table,
        manager.create(wording),
        manager.create(object),
        manager.create(place));
  }

  private static boolean forgets(@Nullable Random random) {
    return random != null && random.nextDouble() < FORGET_NOUN;
  }

  private String reworded(RolloutRow row, Random random) {
    List<String> others = paraphrases.of(row.wording());
    return others.isEmpty() || random.nextDouble() >= REWORD
        ? row.wording()
        : others.get(random.nextInt(others.size()));
  }

  static NDArray labels(NDManager manager, List<RolloutRow> rows) {
    float[] labels = new float[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.get(i).success() ? 1 : 0;
    }
    return manager.create(labels);
  }
}
