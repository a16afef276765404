package io.souschef.evaluation.episode;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers that a value function failed, as {@link WatchedScorer} does of a language model. */
final class WatchedAffordance implements AffordanceFunction {

  private final AffordanceFunction function;
  private @Nullable RuntimeException failure;

  WatchedAffordance(AffordanceFunction function) {
    this.function = function;
  }

  /** Throws what the function threw, if it did. */
  void rethrow() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public double[] values(Observation observation, Attempts earlier, List<GroundedSkill> skills) {
    try {
      return function.values(observation, earlier, skills);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void close() {
    function.close();
  }
}
