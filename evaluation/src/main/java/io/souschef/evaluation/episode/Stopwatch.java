package io.souschef.evaluation.episode;

import io.souschef.evaluation.run.Phase;
import io.souschef.evaluation.run.Timing;
import io.souschef.planner.episode.EpisodeEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Takes the times of one attempt, from its making on. Used by one thread. */
final class Stopwatch {

  private final Map<Phase, Double> ms = new EnumMap<>(Phase.class);
  private final long startNanos = System.nanoTime();
  private int decisions;

  /** Does something and counts its time to a phase. */
  <T> T time(Phase phase, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    add(phase, (System.nanoTime() - start) / 1e6);
    return result;
  }

  /** Counts a decision and what followed from it. */
  void add(EpisodeEvent.Timed timed) {
    decisions++;
    add(Phase.PERCEIVE, timed.observeMs());
    add(Phase.SAY, timed.sayMs());
    add(Phase.CAN, timed.canMs());
    add(Phase.EXECUTE, timed.executeMs());
  }

  private void add(Phase phase, double value) {
    ms.merge(phase, value, Double::sum);
  }

  /** Times up to now. */
  Timing timing() {
    return new Timing(decisions, ms, (System.nanoTime() - startNanos) / 1e6);
  }
}
