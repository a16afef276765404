package io.souschef.models.bench;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long a value function takes for all candidates of one observation, encoding included. What
 * {@code souschef bench can} runs.
 */
public final class AffordanceBenchmark {

  /**
   * Durations of one call.
   *
   * @param candidates skills per call
   * @param calls measured calls
   * @param firstMs first call, with nothing cached, milliseconds
   * @param p50Ms median of the measured calls, milliseconds
   * @param p95Ms 95th percentile, milliseconds
   * @param maxMs longest, milliseconds
   * @param earlyBytes of Java objects made by a call, mean over the first half of the calls
   * @param lateBytes the same over the second half: what grows with time would show
   */
  public record Result(
      int candidates,
      int calls,
      double firstMs,
      double p50Ms,
      double p95Ms,
      double maxMs,
      long earlyBytes,
      long lateBytes) {}

  private final LongSupplier nanoTime;
  private final LongSupplier allocatedBytes;

  /**
   * @param nanoTime a clock such as {@link System#nanoTime}
   * @param allocatedBytes what this thread has allocated so far
   */
  public AffordanceBenchmark(LongSupplier nanoTime, LongSupplier allocatedBytes) {
    this.nanoTime = nanoTime;
    this.allocatedBytes = allocatedBytes;
  }

  /**
   * Measures.
   *
   * @param warmUps calls before measuring, at least 1; the first of them is reported by itself
   * @param calls measured calls, at least 2
   */
  public Result run(
      AffordanceFunction function,
      Observation observation,
      List<GroundedSkill> skills,
      int warmUps,
      int calls) {
    double first = callMs(function, observation, skills);
    for (int i = 1; i < warmUps; i++) {
      callMs(function, observation, skills);
    }
    double[] durations = new double[calls];
    int half = calls / 2;
    long start = allocatedBytes.getAsLong();
    long middle = start;
    for (int i = 0; i < calls; i++) {
      if (i == half) {
        middle = allocatedBytes.getAsLong();
      }
      durations[i] = callMs(function, observation, skills);
    }
    long end = allocatedBytes.getAsLong();
    Arrays.sort(durations);
    return new Result(
        skills.size(),
        calls,
        first,
        durations[rank(0.5, calls)],
        durations[rank(0.95, calls)],
        durations[calls - 1],
        (middle - start) / half,
        (end - middle) / (calls - half));
  }

  private static int rank(double quantile, int count) {
    return (int) Math.ceil(quantile * count) - 1;
  }

  private double callMs(
      AffordanceFunction function, Observation observation, List<GroundedSkill> skills) {
    long start = nanoTime.getAsLong();
    function.values(observation, skills);
    return (nanoTime.getAsLong() - start) / 1e6;
  }
}
