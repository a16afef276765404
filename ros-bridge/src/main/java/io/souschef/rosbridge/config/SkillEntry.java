package io.souschef.rosbridge.config;

import java.util.List;
import java.util.Optional;

/**
 * How a skill runs.
 *
 * @param hand what the hand must be before it
 * @param lifts argument whose kind is lifted, for the payload limit
 * @param effect what the hand holds after it: an argument's name, {@code nothing}, or empty when it
 *     does not change or the robot itself tells
 * @param commands what is sent, one after the other
 */
public record SkillEntry(
    Hand hand, Optional<String> lifts, Optional<String> effect, List<CommandEntry> commands) {

  /** What the hand must be before a skill. */
  public enum Hand {
    ANY,
    EMPTY,
    FULL
  }
}
