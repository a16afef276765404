package io.souschef.skills.policy;

import java.time.LocalTime;

/**
 * A part of every day. Immutable.
 *
 * @param from when it begins
 * @param until when it is over; before {@code from} where it lasts over midnight
 */
public record TimeSpan(LocalTime from, LocalTime until) {

  public TimeSpan {
    if (from.equals(until)) {
      throw new IllegalArgumentException(
          "a span that begins and ends at %s is none; leave the times out for the whole day"
              .formatted(from));
    }
  }

  /**
   * Reads "22:00-06:30"; a day ends at 24:00.
   *
   * @throws IllegalArgumentException when it is none
   */
  static TimeSpan parse(String text) {
    String[] ends = text.split("-", 2);
    if (ends.length != 2) {
      throw new IllegalArgumentException("'%s' is no span like 22:00-06:30".formatted(text));
    }
    String until = ends[1].strip();
    return new TimeSpan(
        LocalTime.parse(ends[0].strip()), LocalTime.parse(until.equals("24:00") ? "00:00" : until));
  }

  /** Whether a time of day lies in it. */
  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }
}
