package io.souschef.ros.soak;

import java.util.ArrayList;
import java.util.List;

/** When a robot moved, by its own word; times are those of {@link System#nanoTime}. Thread-safe. */
public final class ServerLog {

  /** From the goal's start until it stood still, {@code Long.MAX_VALUE} while it does not. */
  record Motion(long startNanos, long endNanos) {
    boolean isOver() {
      return endNanos < Long.MAX_VALUE;
    }
  }

  private final List<Motion> motions = new ArrayList<>();

  /** It moves from then on; returns by what {@link #end} knows this motion. */
  public synchronized int begin(long nanos) {
    motions.add(new Motion(nanos, Long.MAX_VALUE));
    return motions.size() - 1;
  }

  public synchronized void end(int which, long nanos) {
    if (which < 0) {
      throw new IllegalArgumentException("A motion ended that never began");
    }
    Motion motion = motions.get(which);
    if (!motion.isOver()) {
      motions.set(which, new Motion(motion.startNanos(), nanos));
    }
  }

  /** A person has pressed the robot's own stop. */
  public synchronized void endAll(long nanos) {
    for (int i = 0; i < motions.size(); i++) {
      end(i, nanos);
    }
  }

  synchronized boolean isMoving() {
    return motions.stream().anyMatch(motion -> !motion.isOver());
  }

  synchronized List<Motion> motions() {
    return List.copyOf(motions);
  }
}
