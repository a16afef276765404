package io.souschef.ros.perception;

/**
 * The stamps of one source, which should run forward. A clock that jumps is believed when two
 * messages in a row say so; a single one from another time is not used. Not thread-safe.
 */
final class StampGuard {

  /** Messages overtake each other by less than this, seconds. */
  private static final double LATE_S = 1;

  /** Stamps run ahead of the time that passes here by less than this, seconds. */
  private static final double AHEAD_S = 10;

  /** What a message's stamp says of it. */
  enum Verdict {
    /** Newer than all before. */
    NEWS,
    /** Of the same time as the newest. */
    SAME,
    /** Overtaken; to be dropped. */
    LATE,
    /** From another time, alone; to be dropped. */
    DOUBTFUL,
    /** The clock has jumped: what came before has another time. */
    JUMPED
  }

  private final boolean simulated;
  private double newestS = Double.NaN;
  private double strangerS = Double.NaN;
  private long heardNanos;
  private long advancedNanos;
  private long strangerNanos;

  /**
   * A guard.
   *
   * @param simulated whether the source's time may pass faster than time passes here
   */
  StampGuard(boolean simulated) {
    this.simulated = simulated;
  }

  Verdict take(double stampS, long nowNanos) {
    if (Double.isNaN(newestS)) {
      return accept(stampS, nowNanos, Verdict.NEWS);
    }
    double passedS = (nowNanos - advancedNanos) / 1e9;
    boolean back = stampS < newestS - LATE_S;
    boolean ahead = !simulated && stampS > newestS + passedS + AHEAD_S;
    if (!back && !ahead) {
      strangerS = Double.NaN;
      if (stampS > newestS) {
        return accept(stampS, nowNanos, Verdict.NEWS);
      }
      heardNanos = nowNanos;
      return stampS == newestS ? Verdict.SAME : Verdict.LATE;
    }
    double sinceS = (nowNanos - strangerNanos) / 1e9;
    boolean again =
        stampS >= strangerS - LATE_S && (simulated || stampS <= strangerS + sinceS + AHEAD_S);
    if (again) {
      return accept(stampS, nowNanos, Verdict.JUMPED);
    }
    strangerS = stampS;
    strangerNanos = nowNanos;
    return Verdict.DOUBTFUL;
  }

  private Verdict accept(double stampS, long nowNanos, Verdict verdict) {
    newestS = stampS;
    strangerS = Double.NaN;
    heardNanos = nowNanos;
    advancedNanos = nowNanos;
    return verdict;
  }

  /** The newest stamp, seconds; NaN before the first. */
  double newestS() {
    return newestS;
  }

  /** When anything of the newest time was last heard, by the monotonic clock. */
  long heardNanos() {
    return heardNanos;
  }

  /**
   * When the stamps last ran on: one that publishes the same stamp again and again has stopped. A
   * source that writes no stamps at all counts by hearing.
   */
  long advancedNanos() {
    return newestS == 0 ? heardNanos : advancedNanos;
  }
}
