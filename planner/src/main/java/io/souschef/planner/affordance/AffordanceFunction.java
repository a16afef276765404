package io.souschef.planner.affordance;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import java.util.List;

/** Can: the value function Q(observation, skill) of the paper. Used by one thread at a time. */
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
        java.util.Arrays.fill(values, 1);
        return values;
      }

      @Override
      public void close() {}
    };
  }
}
