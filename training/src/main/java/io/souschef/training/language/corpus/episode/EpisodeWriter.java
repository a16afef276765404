package io.souschef.training.language.corpus.episode;

import io.souschef.planner.usefulness.PlanPrompt.Left;
import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.planner.usefulness.PlanPrompt.Step;
import io.souschef.skills.failure.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the steps of an episode as they happen. */
public final class EpisodeWriter {

  /** Longer episodes are of no use: their beginning would be cut away. */
  public static final int MOST_STEPS = 30;

  private final List<Step> steps = new ArrayList<>();
  private final List<Set<String>> acceptable = new ArrayList<>();

  void succeeded(String skill, Set<String> alternatives, List<Seen> seen) {
    add(alternatives, new Step(skill, Optional.empty(), seen, Optional.empty()));
  }

  /** A step by which something got into the hand. */
  void took(String skill, Left left) {
    add(Set.of(), new Step(skill, Optional.empty(), List.of(), Optional.of(left)));
  }

  void failed(String skill, Set<String> alternatives, FailureReason reason, List<Seen> seen) {
    add(alternatives, new Step(skill, Optional.of(reason.words()), seen, Optional.empty()));
  }

  public List<Step> steps() {
    return steps;
  }

  public List<Set<String>> acceptable() {
    return acceptable;
  }

  boolean isFull() {
    return steps.size() >= MOST_STEPS;
  }

  private void add(Set<String> alternatives, Step step) {
    steps.add(step);
    acceptable.add(alternatives.isEmpty() ? Set.of(step.skill()) : Set.copyOf(alternatives));
  }
}
