package io.souschef.skills.execution;

/**
 * Why a skill failed: a closed set, so that planners, value functions and reports can count on it.
 */
public enum FailureReason {
  UNREACHABLE("out of reach"),
  BLOCKED_PATH("path blocked"),
  BLOCKED_GRASP("grasp blocked"),
  SLIPPED("slipped"),
  TOO_HEAVY("too heavy"),
  TOO_WIDE("too wide"),
  NO_ROOM("no room"),
  CLOSED("it is closed"),
  HAND_FULL("hand full"),
  HAND_EMPTY("hand empty"),
  NOT_FOUND("not found"),
  /** A deadline passed before the skill ended. */
  TIMED_OUT("timed out"),
  /** The robot cannot do such a skill at all, or refused the goal. */
  REJECTED("not possible"),
  /** The user's policy forbids it; the robot was not asked. */
  FORBIDDEN("not allowed"),
  /** The machine itself failed: a lost link, a controller that aborted without a better reason. */
  ROBOT_FAULT("robot fault");

  private final String words;

  FailureReason(String words) {
    this.words = words;
  }

  /** Two or three plain words, as they stand in a prompt. */
  public String words() {
    return words;
  }
}
