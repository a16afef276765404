package io.souschef.planner.usefulness;

import io.souschef.skills.GroundedSkill;
import java.util.List;

/** Say: a language model's view of the next skill. Used by one thread at a time. */
public interface UsefulnessScorer extends AutoCloseable {

  /** Name of the model and its way of scoring, for traces and reports: "embedded (say.onnx)". */
  String name();

  /**
   * Log-probabilities of the skills' words as the next step.
   *
   * @return natural log p(skill text | prompt) for each skill, in order; finite or negative
   *     infinity, never above 0
   */
  double[] score(PlanPrompt prompt, List<GroundedSkill> skills);

  @Override
  void close();
}
