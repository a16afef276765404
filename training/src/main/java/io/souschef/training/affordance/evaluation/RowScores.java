package io.souschef.training.affordance.evaluation;

import io.souschef.models.affordance.EncodedSkills;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.training.affordance.rollout.RolloutRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rows with what a value function said about them.
 *
 * @param rows the rows
 * @param predicted P(success) for each
 */
@SuppressWarnings("ArrayRecordComponent")
public record RowScores(List<RolloutRow> rows, double[] predicted) {

  private static final int BATCH = 512;

  /** By the learned function, from its file as it is served. */
  public static RowScores learned(OnnxAffordanceFunction function, List<RolloutRow> rows) {
    double[] predicted = new double[rows.size()];
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<RolloutRow> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      double[] values = function.values(encoded(batch));
      System.arraycopy(values, 0, predicted, from, values.length);
    }
    return new RowScores(rows, predicted);
  }

  /** By the analytic baseline, as it was asked when the rows were made. */
  public static RowScores analytic(List<RolloutRow> rows) {
    return new RowScores(rows, rows.stream().mapToDouble(RolloutRow::analytic).toArray());
  }

  /** By a function that says 1 to everything. */
  public static RowScores always(List<RolloutRow> rows) {
    double[] predicted = new double[rows.size()];
    Arrays.fill(predicted, 1);
    return new RowScores(rows, predicted);
  }

  private static EncodedSkills encoded(List<RolloutRow> rows) {
    Map<String, Integer> index = new HashMap<>();
    List<String> texts = new ArrayList<>();
    texts.add("");
    index.put("", 0);
    float[] features = new float[rows.size() * FeatureLayout.WIDTH];
    int[][] columns = new int[3][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      RolloutRow row = rows.get(i);
      System.arraycopy(row.features(), 0, features, i * FeatureLayout.WIDTH, FeatureLayout.WIDTH);
      List<String> words = List.of(row.wording(), row.object(), row.place());
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] =
            index.computeIfAbsent(
                words.get(k),
                text -> {
                  texts.add(text);
                  return texts.size() - 1;
                });
      }
    }
    return new EncodedSkills(rows.size(), features, texts, columns[0], columns[1], columns[2]);
  }

  /** The rows that fulfil a condition. */
  public RowScores where(Predicate<RolloutRow> condition) {
    List<RolloutRow> kept = new ArrayList<>();
    double[] values = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (condition.test(rows.get(i))) {
        values[kept.size()] = predicted[i];
        kept.add(rows.get(i));
      }
    }
    return new RowScores(kept, Arrays.copyOf(values, kept.size()));
  }

  public boolean[] outcomes() {
    boolean[] outcomes = new boolean[rows.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = rows.get(i).success();
    }
    return outcomes;
  }

  public BinaryMetrics metrics() {
    return BinaryMetrics.of(predicted, outcomes());
  }
}
