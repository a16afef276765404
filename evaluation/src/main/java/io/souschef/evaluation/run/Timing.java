package io.souschef.evaluation.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an attempt cost on the wall clock; differs from run to run.
 *
 * @param decisions how often a skill was chosen, done included
 * @param ms milliseconds of each phase that took any
 * @param totalMs the whole attempt, milliseconds
 */
public record Timing(int decisions, Map<Phase, Double> ms, double totalMs) {

  /** Neither time nor decisions. */
  public static final Timing ZERO = new Timing(0, Map.of(), 0);

  public Timing {
    if (decisions < 0
        || !isDuration(totalMs)
        || !ms.values().stream().allMatch(Timing::isDuration)) {
      throw new IllegalArgumentException("its times and counts must be at least 0");
    }
    Map<Phase, Double> copy = new EnumMap<>(Phase.class);
    copy.putAll(ms);
    ms = Collections.unmodifiableMap(copy);
  }

  private static boolean isDuration(double ms) {
    return Double.isFinite(ms) && ms >= 0;
  }

  /** Sums up. */
  public Timing plus(Timing other) {
    Map<Phase, Double> sum = new EnumMap<>(Phase.class);
    sum.putAll(ms);
    other.ms.forEach((phase, value) -> sum.merge(phase, value, Double::sum));
    return new Timing(decisions + other.decisions, sum, totalMs + other.totalMs);
  }

  /** Milliseconds of a phase; 0 when it took none. */
  public double ms(Phase phase) {
    return ms.getOrDefault(phase, 0.0);
  }

  /** Milliseconds that belong to no phase. */
  @JsonIgnore
  public double restMs() {
    return Math.max(0, totalMs - ms.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /** Mean milliseconds from observation to choice. */
  @JsonIgnore
  public double decisionMs() {
    double all = ms(Phase.PERCEIVE) + ms(Phase.SAY) + ms(Phase.CAN);
    return decisions == 0 ? 0 : all / decisions;
  }
}
