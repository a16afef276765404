package com.example.library;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An own language model, the simplest that there can be: a skill is as useful as many of its words
 * stand in the request, each step once, and {@code done} when half of them have been spoken of.
 */
public final class WordOverlap implements UsefulnessScorer {

  @Override
  public String name() {
    return "word overlap";
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    Set<String> wanted = words(prompt.instruction());
    Set<String> said = new HashSet<>();
    prompt.steps().forEach(step -> said.add(step.skill()));
    double[] weights = skills.stream().mapToDouble(skill -> weight(skill, wanted, said)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> Math.log(weight / sum)).toArray();
  }

  private static double weight(GroundedSkill skill, Set<String> wanted, Set<String> said) {
    if (skill.isDone()) {
      return said.isEmpty() ? 0.5 : 8;
    }
    if (said.contains(skill.text())) {
      return 0.1;
    }
    Set<String> common = words(skill.text());
    int all = common.size();
    common.retainAll(wanted);
    return Math.pow(20, (double) common.size() / all);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")));
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
