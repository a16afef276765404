package io.souschef.training.affordance.model;

import java.util.Map;

/**
 * A trained network.
 *
 * @param weights by name, shapes as in {@link AffordanceNet}
 * @param standardization of the features
 * @param calibration of the logits
 * @param epochs passes over the training rows until the best one
 * @param validationLoss mean log loss on the validation rows before calibration, nats
 */
public record TrainedAffordance(
    Map<String, float[]> weights,
    Standardization standardization,
    Calibration calibration,
    int epochs,
    double validationLoss) {

  float[] weight(String name) {
    float[] values = weights.get(name);
    if (values == null) {
      throw new IllegalArgumentException("No weight " + name);
    }
    return values;
  }
}
