package io.souschef.training.language.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101), whose moments can be
 * saved and restored. Biases and gains do not decay.
 */
final class AdamW extends Optimizer {

  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.98f;
  private static final float EPSILON = 1e-8f;
  private static final float DECAY = 0.01f;

  private final Tracker rate;
  private final Map<String, float[]> restored;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private int updates;

  /**
   * @param rate learning rate by number of the update, from 1
   * @param updates updates made before
   * @param restored moments from {@link #moments}, empty for a new training
   */
  AdamW(Tracker rate, int updates, Map<String, float[]> restored) {
    super(new Builder());
    this.rate = rate;
    this.updates = updates;
    this.restored = restored;
  }

  /** To be called once before each update of all parameters. */
  void beginUpdate() {
    updates++;
  }

  @Override
  public void update(String parameterId, NDArray weight, NDArray gradient) {
    String name = weight.getName();
    NDArray mean = means.computeIfAbsent(name, n -> moment(n + ".mean", weight));
    NDArray variance = variances.computeIfAbsent(name, n -> moment(n + ".variance", weight));
    float learningRate = rate.getNewValue(updates);
    double correction = Math.sqrt(1 - Math.pow(BETA_2, updates)) / (1 - Math.pow(BETA_1, updates));
    gradient
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weight, gradient, mean, variance),
            new NDList(weight),
            learningRate,
            (float) (learningRate * correction),
            name.endsWith(".w") ? DECAY : 0,
            1,
            -1,
            BETA_1,
            BETA_2,
            EPSILON,
            false,
            true);
  }

  /** The moments, by parameter. */
  Map<String, float[]> moments() {
    Map<String, float[]> moments = new LinkedHashMap<>();
    means.forEach((name, array) -> moments.put(name + ".mean", array.toFloatArray()));
    variances.forEach((name, array) -> moments.put(name + ".variance", array.toFloatArray()));
    return moments;
  }

  int updates() {
    return updates;
  }

  private NDArray moment(String name, NDArray weight) {
    float[] saved = restored.get(name);
    NDArray moment =
        saved == null ? weight.zerosLike() : weight.getManager().create(saved, weight.getShape());
    moment.detach();
    return moment;
  }

  private static final class Builder extends OptimizerBuilder<Builder> {
    @Override
    protected Builder self() {
      return this;
    }
  }
}
