package io.souschef.evaluation.engine;

import io.souschef.evaluation.run.EpisodeKey;

/**
 * Runs episodes one after the other. It owns what only one thread may use: scorers and worlds. What
 * comes of an episode depends on its key alone, not on the episodes before it.
 */
public interface EpisodeRunner extends AutoCloseable {

  /**
   * Runs an episode from start to end.
   *
   * @throws io.souschef.planner.usefulness.ScoringException when the language model is gone for
   *     good, so that it makes no sense to go on
   */
  EpisodeResult run(EpisodeKey key);

  @Override
  void close();

  /** Makes a runner for each thread. */
  @FunctionalInterface
  interface Factory {
    EpisodeRunner create();
  }
}
