package io.souschef.evaluation.episode;

import io.souschef.evaluation.run.Configuration;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.dialogue.User;

/** Wires the planner of one episode, on the terms that the run has. */
@FunctionalInterface
public interface Planners {

  /**
   * The planner of an episode.
   *
   * @param configuration how it plans
   * @param mind what it plans with; both are watched, and may be asked by this planner alone
   * @param user who is asked and told
   * @param settings the prompt, the limit and which scores are wanted
   */
  EpisodePlanner of(
      Configuration configuration, Mind mind, User user, SayCanPlanner.Settings settings);
}
