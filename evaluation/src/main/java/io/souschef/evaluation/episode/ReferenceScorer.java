package io.souschef.evaluation.episode;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import java.util.List;

/**
 * Knows a good plan by heart: what a planner without fault would say. A skill that fails is tried
 * again, as a planner would; where the plan's next skill is no candidate, nothing else makes sense
 * and the episode ends. Needs a prompt that tells of failures.
 */
final class ReferenceScorer implements UsefulnessScorer {

  /** How often a skill is tried before the plan goes on without it. */
  private static final int TRIES = 3;

  private final List<String> plan;

  ReferenceScorer(List<String> plan) {
    this.plan = List.copyOf(plan);
  }

  @Override
  public String name() {
    return "the reference plan";
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    String next = next(prompt.steps());
    boolean known = skills.stream().anyMatch(skill -> skill.text().equals(next));
    return skills.stream()
        .mapToDouble(skill -> known ? logSay(skill.text().equals(next)) : logSay(skill.isDone()))
        .toArray();
  }

  private static double logSay(boolean wanted) {
    return wanted ? 0 : Double.NEGATIVE_INFINITY;
  }

  private String next(List<PlanPrompt.Step> steps) {
    int position = 0;
    int tries = 0;
    for (PlanPrompt.Step step : steps) {
      tries++;
      if (step.failure().isEmpty() || tries == TRIES) {
        position++;
        tries = 0;
      }
    }
    return position < plan.size() ? plan.get(position) : GroundedSkill.DONE;
  }

  @Override
  public void close() {}
}
