package io.souschef.planner.affordance;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import java.util.Arrays;
import java.util.List;

/**
 * Can: the value function Q(observation, skill) of the paper. Used by one thread at a time.
 *
 * <pre>{@code
 * final class EmptyHand implements AffordanceFunction {
 *   public String name() {
 *     return "nothing with full hands";
 *   }
 *
 *   public double[] values(Observation seen, Attempts earlier, List<GroundedSkill> skills) {
 *     double value = seen.held().isEmpty() ? 0.9 : 0.1;
 *     return skills.stream().mapToDouble(skill -> value).toArray();
 *   }
 *
 *   public void close() {}
 * }
 * }</pre>
 *
 * <p>An implementation extends {@code AffordanceFunctionContract} in its tests, and an {@link
 * AffordanceProvider} brings it to the command line.
 */
public interface AffordanceFunction extends AutoCloseable {

  /** Name for traces and reports: "learned (can.onnx)". */
  String name();

  /**
   * Probabilities of success if a skill were started now.
   *
   * @param earlier what failed before in this episode
   * @return P(success) in [0, 1] for each skill, in order
   */
  double[] values(Observation observation, Attempts earlier, List<GroundedSkill> skills);

  /** The same at the start of an episode. */
  default double[] values(Observation observation, List<GroundedSkill> skills) {
    return values(observation, Attempts.none(), skills);
  }

  @Override
  void close();

  /**
   * The same of any function, which may be somebody else's.
   *
   * @throws IllegalArgumentException when it answers with anything but a probability for each skill
   */
  static double[] checked(
      AffordanceFunction can,
      Observation observation,
      Attempts earlier,
      List<GroundedSkill> skills) {
    double[] values = can.values(observation, earlier, skills);
    if (values.length != skills.size()
        || !Arrays.stream(values).allMatch(value -> value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "Value function '%s' must answer with a probability for each of %s skills, got %s values from %s to %s"
              .formatted(
                  can.name(),
                  skills.size(),
                  values.length,
                  Arrays.stream(values).min().orElse(Double.NaN),
                  Arrays.stream(values).max().orElse(Double.NaN)));
    }
    return values;
  }

  /** Every skill feasible: the ablation without a value function. */
  static AffordanceFunction none() {
    return new AffordanceFunction() {
      @Override
      public String name() {
        return "none";
      }

      @Override
      public double[] values(
          Observation observation, Attempts earlier, List<GroundedSkill> skills) {
        double[] values = new double[skills.size()];
        Arrays.fill(values, 1);
        return values;
      }

      @Override
      public void close() {}
    };
  }
}
