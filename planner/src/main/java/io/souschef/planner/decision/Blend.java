package io.souschef.planner.decision;

/**
 * Say by two views of the next skill at once: the language model's own, and the share of the
 * programs that need it next. Their geometric mixture, renormalised, is a distribution again:
 * {@code say ~ steps^(1 - w) programs^w}. Stateless.
 *
 * @param programs how much the programs count, w, in [0, 1]
 */
public record Blend(double programs) {

  /** As held-out requests in homes drawn at random have it. */
  public static final Blend STANDARD = new Blend(0.8);

  /** What a skill that no program needs next is given all the same. */
  private static final double LEAST = 1e-3;

  public Blend {
    if (!(programs >= 0 && programs <= 1)) {
      throw new IllegalArgumentException(
          "The programs' weight must lie in [0, 1], got " + programs);
    }
  }

  /**
   * Blends two views of the same skills.
   *
   * @param logSteps natural log p(skill text | prompt), one for each skill
   * @param shares of the programs that need it next, one for each skill, in [0, 1]
   * @return natural logarithms of the blended probabilities, which sum to one
   */
  public double[] of(double[] logSteps, double[] shares) {
    double[] steps = normalised(logSteps);
    double[] blended = new double[steps.length];
    for (int i = 0; i < blended.length; i++) {
      double share = Math.log((shares[i] + LEAST) / (1 + LEAST * shares.length));
      // A model that is as good as sure that it is not this one must not outvote all programs.
      double step = Math.log((Math.exp(steps[i]) + LEAST) / (1 + LEAST * steps.length));
      blended[i] = (1 - programs) * step + programs * share;
    }
    return normalised(blended);
  }

  private static double[] normalised(double[] logs) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      highest = Math.max(highest, log);
    }
    double offset = Double.isInfinite(highest) ? 0 : highest;
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - offset);
    }
    double[] normalised = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      normalised[i] =
          sum == 0 ? Double.NEGATIVE_INFINITY : Math.min(0, logs[i] - offset - Math.log(sum));
    }
    return normalised;
  }
}
