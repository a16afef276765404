package io.souschef.planner;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.execution.Robot;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out instructions on a robot, one episode each. Used by one thread at a time. */
public interface EpisodePlanner {

  /**
   * Runs one episode to its end.
   *
   * @param about what the trace shall record of the surroundings: scene, seed
   * @param listener told of every event on this thread, in order
   * @return the last event
   */
  EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener);
}
