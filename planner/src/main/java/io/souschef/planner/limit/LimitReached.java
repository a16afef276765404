package io.souschef.planner.limit;

import io.souschef.planner.episode.EpisodeEvent.Outcome;

/**
 * A limit that an episode came to.
 *
 * @param outcome how the episode ends by it
 * @param words one sentence for people
 */
record LimitReached(Outcome outcome, String words) {}
