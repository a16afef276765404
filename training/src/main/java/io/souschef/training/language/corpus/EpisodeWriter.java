package io.souschef.training.language.corpus;

import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.planner.usefulness.PlanPrompt.Step;
import io.souschef.skills.execution.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the steps of an episode as they happen. */
final class EpisodeWriter {

  /** Longer episodes are of no use: their beginning would be cut away. */
  static final int MOST_STEPS = 30;

  private final List<Step> steps = new ArrayList<>();
  private final List<Set<String>> acceptable = new ArrayList<>();

  void succeeded(String skill, Set<String> alternatives, List<Seen> seen) {
    add(skill, alternatives, Optional.empty(), seen);
  }

  void failed(String skill, Set<String> alternatives, FailureReason reason, List<Seen> seen) {
    add(skill, alternatives, Optional.of(reason.words()), seen);
  }

  List<Step> steps() {
    return steps;
  }

  List<Set<String>> acceptable() {
    return acceptable;
  }

  boolean isFull() {
    return steps.size() >= MOST_STEPS;
  }

  private void add(
      String skill, Set<String> alternatives, Optional<String> failure, List<Seen> seen) {
    steps.add(new Step(skill, failure, seen));
    acceptable.add(alternatives.isEmpty() ? Set.of(skill) : Set.copyOf(alternatives));
  }
}
