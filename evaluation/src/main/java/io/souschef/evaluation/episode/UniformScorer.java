package io.souschef.evaluation.episode;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import java.util.Arrays;
import java.util.List;

/** Every skill equally useful: the ablation without a language model. */
public final class UniformScorer implements UsefulnessScorer {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    double[] scores = new double[skills.size()];
    Arrays.fill(scores, -Math.log(skills.size()));
    return scores;
  }

  @Override
  public void close() {}
}
