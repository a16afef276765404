package io.souschef.app.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Times of a repeated thing.
 *
 * @param runs how often it was timed, after a warm-up
 * @param p50Ms median, milliseconds
 * @param p95Ms 95th percentile, milliseconds
 */
public record Measured(int runs, double p50Ms, double p95Ms) {

  /** Times an action. */
  public static Measured of(int warmUps, int runs, Runnable action) {
    return withEpilogue(
        warmUps,
        runs,
        () -> {
          action.run();
          return () -> {};
        });
  }

  /** Times an action by a clock of one's own, nanoseconds: the processor time of a thread, say. */
  public static Measured of(int warmUps, int runs, LongSupplier clock, Runnable action) {
    List<Double> ms = new ArrayList<>();
    for (int i = -warmUps; i < runs; i++) {
      long start = clock.getAsLong();
      action.run();
      if (i >= 0) {
        ms.add((clock.getAsLong() - start) / 1e6);
      }
    }
    return of(ms);
  }

  /** Times an action that gives what must be done after it, outside of its time. */
  public static Measured withEpilogue(int warmUps, int runs, Supplier<Runnable> action) {
    for (int i = 0; i < warmUps; i++) {
      action.get().run();
    }
    double[] ms = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      Runnable epilogue = action.get();
      ms[i] = (System.nanoTime() - start) / 1e6;
      epilogue.run();
    }
    Arrays.sort(ms);
    return new Measured(runs, at(ms, 0.50), at(ms, 0.95));
  }

  /** Times that were taken elsewhere, milliseconds. */
  public static Measured of(List<Double> times) {
    if (times.isEmpty()) {
      return new Measured(0, Double.NaN, Double.NaN);
    }
    double[] ms = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Measured(ms.length, at(ms, 0.50), at(ms, 0.95));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
