package io.souschef.planner.episode;

import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes events on, and keeps apart what their receiver throws from what plug-ins throw: whatever a
 * scorer, value function or robot does, an episode has a last event. Used by one thread.
 */
public final class EpisodeListener implements Consumer<EpisodeEvent> {

  private final Consumer<EpisodeEvent> receiver;
  private @Nullable RuntimeException failure;
  private int executed;

  public EpisodeListener(Consumer<EpisodeEvent> receiver) {
    this.receiver = receiver;
  }

  @Override
  public void accept(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.SkillEnded ended) {
      executed = ended.step();
    }
    try {
      receiver.accept(event);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  /** Plays an episode and tells its last event; what the receiver throws is thrown on. */
  public EpisodeEvent.Ended play(Supplier<EpisodeEvent.Ended> episode) {
    EpisodeEvent.Ended ended;
    try {
      ended = episode.get();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      if (failure != null) {
        throw failure;
      }
      ended = new EpisodeEvent.Ended(Outcome.ERROR, Breakdown.words(e), executed);
    }
    accept(ended);
    return ended;
  }
}
