package io.souschef.evaluation.episode;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a language model failed for good. The planner only ends the episode then; a run
 * must stop, or every episode to come would count as a failure of the planner.
 */
final class WatchedScorer implements UsefulnessScorer {

  private final UsefulnessScorer scorer;
  private @Nullable RuntimeException failure;

  WatchedScorer(UsefulnessScorer scorer) {
    this.scorer = scorer;
  }

  /** Throws what the model threw, if it did. */
  void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public String name() {
    return scorer.name();
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    return watch(() -> scorer.score(prompt, skills));
  }

  @Override
  public List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
    return watch(() -> scorer.best(prompt, skills, can));
  }

  private <T> T watch(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void close() {
    scorer.close();
  }
}
