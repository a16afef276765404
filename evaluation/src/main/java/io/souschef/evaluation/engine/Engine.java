package io.souschef.evaluation.engine;

import io.souschef.evaluation.run.EpisodeKey;
import java.util.List;
import java.util.function.Consumer;

/** Runs many episodes. Every engine gives the same results; only their order differs. */
public interface Engine {

  /** For messages: "2 threads". */
  String name();

  /**
   * Runs all episodes and returns when the last has ended.
   *
   * @param sink told of each result, by one thread at a time
   * @throws RuntimeException the first that a runner or the sink threw; episodes that have ended by
   *     then have reached the sink
   */
  void run(List<EpisodeKey> episodes, Consumer<EpisodeResult> sink);
}
