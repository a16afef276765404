package io.souschef.ros.perception;

import java.util.function.LongSupplier;

/**
 * Robot time: seconds since the first observation, or of the simulation's clock. Never runs
 * backwards, also when the robot's own clock does. Not thread-safe.
 */
final class RobotClock {

  private final boolean simulated;
  private final LongSupplier here;
  private double originS = Double.NaN;
  private double latestS;
  private double simulatedS = Double.NaN;
  private boolean hasJumped;
  private long jumpNanos;

  /**
   * A clock.
   *
   * @param simulated whether the robot's time is that of {@code /clock}
   * @param here monotonic time of this machine, nanoseconds
   */
  RobotClock(boolean simulated, LongSupplier here) {
    this.simulated = simulated;
    this.here = here;
  }

  /** Monotonic time of this machine. */
  long nanos() {
    return here.getAsLong();
  }

  boolean isSimulated() {
    return simulated;
  }

  /** Takes in the time of {@code /clock}, seconds. */
  void tick(double stampS) {
    simulatedS = stampS;
  }

  boolean hasBegun() {
    return !Double.isNaN(originS);
  }

  /** Robot time of the newest stamp that was heard. */
  double time(double newestS) {
    if (!hasBegun()) {
      originS = simulated && latestS == 0 ? 0 : newestS - latestS;
    }
    latestS = Math.max(latestS, newestS - originS);
    return latestS;
  }

  /** Robot time of a stamp. */
  double timeOf(double stampS) {
    return stampS - originS;
  }

  /** The robot's clock has jumped: its stamps begin anew, robot time goes on. */
  void jumped() {
    originS = Double.NaN;
    simulatedS = Double.NaN;
    hasJumped = true;
    jumpNanos = nanos();
  }

  /**
   * How old something is: by when it was heard and by its stamp.
   *
   * @param stampS its stamp; infinite for what does not move
   * @param heardNanos when it was heard
   * @param advancedNanos when its stamps last ran on
   */
  double ageS(double stampS, long heardNanos, long advancedNanos) {
    if (heardNanos == Long.MAX_VALUE) {
      return 0;
    }
    long now = nanos();
    if (!simulated || Double.isNaN(simulatedS)) {
      return (now - (simulated ? heardNanos : advancedNanos)) / 1e9;
    }
    // A simulation that holds its breath holds its clock, too: nothing ages but by not being heard.
    return Math.max((now - heardNanos) / 1e9, simulatedS - stampS);
  }

  /**
   * Whether something is new enough; stamps from before a jump cannot be compared with those after.
   */
  boolean meets(Freshness after, double stampS, long heardNanos) {
    boolean asksForOldTime = hasJumped && after.nanos() - jumpNanos < 0;
    return asksForOldTime ? heardNanos - jumpNanos >= 0 : after.isMetBy(stampS, heardNanos);
  }
}
