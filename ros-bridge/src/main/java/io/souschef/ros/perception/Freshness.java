package io.souschef.ros.perception;

/**
 * What must be newer: by the robot's stamps where the end of a skill told one, else by when it was
 * heard.
 *
 * @param stampS robot time in seconds; NaN when only hearing counts
 * @param nanos monotonic time here
 */
public record Freshness(double stampS, long nanos) {

  /** Whatever is there will do. */
  public static final Freshness ANY = new Freshness(Double.NEGATIVE_INFINITY, 0);

  boolean isMetBy(double messageStampS, long heardNanos) {
    if (Double.isNaN(messageStampS)) {
      return false;
    }
    return Double.isNaN(stampS) ? heardNanos - nanos >= 0 : messageStampS >= stampS - 1e-6;
  }
}
