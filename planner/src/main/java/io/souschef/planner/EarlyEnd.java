package io.souschef.planner;

import io.souschef.planner.episode.EpisodeEvent;

/** Ends an episode from within. */
final class EarlyEnd extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient EpisodeEvent.Ended ended;

  EarlyEnd(EpisodeEvent.Ended ended) {
    super(ended.message(), null, false, false);
    this.ended = ended;
  }

  EpisodeEvent.Ended ended() {
    return ended;
  }
}
