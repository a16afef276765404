package io.souschef.ros.config;

import java.util.List;
import java.util.Optional;

/**
 * How a skill runs.
 *
 * @param hand what the hand must be before it
 * @param lifts argument whose kind is lifted, for the payload limit
 * @param effect what the hand holds after it: an argument's name, {@code nothing}, or empty when it
 *     does not change or the robot itself tells
 * @param leavesAt where what was held is after it: an argument's or a place's name; empty when the
 *     robot or its detector tells
 * @param maxAgeS how long ago an object may have been seen for its pose to be used, seconds
 * @param commands what is sent, one after the other
 */
public record SkillEntry(
    Hand hand,
    Optional<String> lifts,
    Optional<String> effect,
    Optional<String> leavesAt,
    double maxAgeS,
    List<CommandEntry> commands) {

  /** What the hand must be before a skill. */
  public enum Hand {
    ANY,
    EMPTY,
    FULL
  }
}
