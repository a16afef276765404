package io.souschef.sim.body;

/** Motion that starts and ends at rest: a cubic in time. */
public final class Ease {

  private Ease() {}

  /**
   * How long a way takes.
   *
   * @param way metres or radians
   * @param speed top speed, per second
   * @param acceleration largest acceleration, per second squared
   */
  static double durationS(double way, double speed, double acceleration) {
    return Math.max(1.5 * way / speed, Math.sqrt(6 * way / acceleration));
  }

  /** Part of the way done at a part of the time, both in [0, 1]. */
  public static double done(double time) {
    return time >= 1 ? 1 : time * time * (3 - 2 * time);
  }
}
