package io.souschef.training.affordance.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * How well probabilities foretell outcomes.
 *
 * @param count number of predictions
 * @param positives share of successes
 * @param auc area under the ROC curve, ties counted half; not-a-number when all outcomes are alike
 * @param brier mean squared error (Brier 1950)
 * @param ece expected calibration error over {@link #BINS} bins of equal width (Guo et al. 2017)
 */
public record BinaryMetrics(int count, double positives, double auc, double brier, double ece) {

  /** Bins of the calibration error and of reliability diagrams. */
  public static final int BINS = 15;

  /**
   * A bin of a reliability diagram.
   *
   * @param count predictions in it
   * @param predicted their mean
   * @param observed share of successes among them
   */
  public record Bin(int count, double predicted, double observed) {}

  public static BinaryMetrics of(double[] predicted, boolean[] outcomes) {
    int n = predicted.length;
    if (n == 0) {
      return new BinaryMetrics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double squares = 0;
    int positives = 0;
    for (int i = 0; i < n; i++) {
      double error = predicted[i] - (outcomes[i] ? 1 : 0);
      squares += error * error;
      positives += outcomes[i] ? 1 : 0;
    }
    double gap = 0;
    for (Bin bin : bins(predicted, outcomes)) {
      gap += bin.count() == 0 ? 0 : bin.count() * Math.abs(bin.predicted() - bin.observed());
    }
    return new BinaryMetrics(
        n, (double) positives / n, auc(predicted, outcomes, positives), squares / n, gap / n);
  }

  /** The share of pairs of a success and a failure that are in the right order: U over all. */
  private static double auc(double[] predicted, boolean[] outcomes, int positives) {
    int n = predicted.length;
    if (positives == 0 || positives == n) {
      return Double.NaN;
    }
    double u =
        MannWhitneyUTest.withDefaults()
            .statistic(which(predicted, outcomes, true), which(predicted, outcomes, false));
    return u / ((double) positives * (n - positives));
  }

  private static double[] which(double[] predicted, boolean[] outcomes, boolean outcome) {
    return IntStream.range(0, predicted.length)
        .filter(i -> outcomes[i] == outcome)
        .mapToDouble(i -> predicted[i])
        .toArray();
  }

  /** The bins of a reliability diagram, from 0 to 1. */
  public static Bin[] bins(double[] predicted, boolean[] outcomes) {
    int[] count = new int[BINS];
    double[] sum = new double[BINS];
    int[] successes = new int[BINS];
    for (int i = 0; i < predicted.length; i++) {
      int bin = Math.min(BINS - 1, (int) (predicted[i] * BINS));
      count[bin]++;
      sum[bin] += predicted[i];
      successes[bin] += outcomes[i] ? 1 : 0;
    }
    Bin[] bins = new Bin[BINS];
    Arrays.setAll(
        bins,
        i ->
            count[i] == 0
                ? new Bin(0, Double.NaN, Double.NaN)
                : new Bin(count[i], sum[i] / count[i], (double) successes[i] / count[i]));
    return bins;
  }
}
