package io.souschef.web.live.mind;

import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.execution.Robot;
import java.util.Map;
import java.util.function.Consumer;

/** What carries out one instruction with a robot: any planner. */
@FunctionalInterface
public interface Brain {

  /**
   * Plans and drives until the episode ends.
   *
   * @param about what the trace shall record of the surroundings
   * @param listener told of every event, in order, on the calling thread
   * @return the last event
   */
  EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener);
}
