package io.souschef.evaluation.episode;

import io.souschef.evaluation.run.Configuration;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.UsefulnessScorer;

/**
 * The two scores of a configuration. Used by one thread, closed by whom opened it.
 *
 * @param say what is useful
 * @param can what is feasible
 */
public record Mind(UsefulnessScorer say, AffordanceFunction can) implements AutoCloseable {

  @Override
  public void close() {
    try (say) {
      can.close();
    }
  }

  /** Opens models; safe to share. */
  @FunctionalInterface
  public interface Factory {
    Mind open(Configuration configuration);
  }
}
