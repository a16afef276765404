package io.souschef.app.evaluation.run;

/**
 * What an attempt cost on the wall clock; differs from run to run.
 *
 * @param decisions how often a skill was chosen, done included
 * @param observeMs perceiving and grounding, all decisions together, milliseconds
 * @param sayMs scoring usefulness
 * @param canMs scoring feasibility
 * @param executeMs executing skills
 * @param totalMs the whole attempt, building its world included
 */
public record Timing(
    int decisions, double observeMs, double sayMs, double canMs, double executeMs, double totalMs) {

  /** Neither time nor decisions. */
  public static final Timing ZERO = new Timing(0, 0, 0, 0, 0, 0);

  /** Sums up. */
  public Timing plus(Timing other) {
    return new Timing(
        decisions + other.decisions,
        observeMs + other.observeMs,
        sayMs + other.sayMs,
        canMs + other.canMs,
        executeMs + other.executeMs,
        totalMs + other.totalMs);
  }

  /** Mean milliseconds from observation to choice. */
  public double decisionMs() {
    return decisions == 0 ? 0 : (observeMs + sayMs + canMs) / decisions;
  }
}
