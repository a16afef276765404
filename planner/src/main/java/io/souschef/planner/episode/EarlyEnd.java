package io.souschef.planner.episode;

/** Ends an episode from within. */
public final class EarlyEnd extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient EpisodeEvent.Ended ended;

  public EarlyEnd(EpisodeEvent.Ended ended) {
    super(ended.message(), null, false, false);
    this.ended = ended;
  }

  public EpisodeEvent.Ended ended() {
    return ended;
  }
}
