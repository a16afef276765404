package io.souschef.training.affordance.model;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.training.affordance.rollout.RolloutRow;
import java.util.List;

/**
 * Mean and inverse deviation of each feature over the training rows.
 *
 * @param mean float[{@link FeatureLayout#WIDTH}], natural units
 * @param scale one over the standard deviation; 0 for a feature that never varies, so that it stays
 *     out of the sum if it varies later
 */
@SuppressWarnings("ArrayRecordComponent")
record Standardization(float[] mean, float[] scale) {

  static Standardization of(List<RolloutRow> rows) {
    float[] mean = new float[FeatureLayout.WIDTH];
    float[] scale = new float[FeatureLayout.WIDTH];
    for (int k = 0; k < mean.length; k++) {
      double sum = 0;
      double squares = 0;
      for (RolloutRow row : rows) {
        double value = row.features()[k];
        sum += value;
        squares += value * value;
      }
      double average = sum / rows.size();
      double variance = squares / rows.size() - average * average;
      mean[k] = (float) average;
      scale[k] = variance < 1e-8 ? 0 : (float) (1 / Math.sqrt(variance));
    }
    return new Standardization(mean, scale);
  }
}
