package io.souschef.training.language.model;

import ai.djl.training.tracker.Tracker;

/** A learning rate that warms up and then falls in a straight line, by the share of work done. */
final class Schedule implements Tracker {

  private static final double WARM_UP = 0.04;
  private static final double LAST = 0.02;

  private final double peak;
  private double done;

  Schedule(double peak) {
    this.peak = peak;
  }

  /** Says how much of the work is done, in [0, 1]. */
  void advance(double share) {
    this.done = share;
  }

  @Override
  public float getNewValue(int ignored) {
    double warm = Math.min(1, (done + 1e-4) / WARM_UP);
    double fall = Math.max(LAST, (1 - done) / (1 - WARM_UP));
    return (float) (peak * Math.min(warm, fall));
  }
}
