package io.souschef.app.bench;

import java.util.Arrays;

/**
 * Times of a repeated thing.
 *
 * @param runs how often it was timed, after a warm-up
 * @param p50Ms median, milliseconds
 * @param p95Ms 95th percentile, milliseconds
 */
public record Measured(int runs, double p50Ms, double p95Ms) {

  /** Times an action. */
  static Measured of(int warmUps, int runs, Runnable action) {
    for (int i = 0; i < warmUps; i++) {
      action.run();
    }
    double[] ms = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      action.run();
      ms[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    return new Measured(runs, at(ms, 0.50), at(ms, 0.95));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
