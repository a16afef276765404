package io.souschef.skills.failure;

/**
 * Why a skill failed: a closed set, so that planners, value functions and reports can count on it.
 */
public enum FailureReason {
  UNREACHABLE("out of reach", Sort.IN_THE_WAY),
  BLOCKED_PATH("path blocked", Sort.IN_THE_WAY),
  BLOCKED_GRASP("grasp blocked", Sort.IN_THE_WAY),
  SLIPPED("slipped", Sort.CHANCE),
  TOO_HEAVY("too heavy", Sort.UNFIT),
  TOO_WIDE("too wide", Sort.UNFIT),
  NO_ROOM("no room", Sort.IN_THE_WAY),
  CLOSED("it is closed", Sort.UNPREPARED),
  HAND_FULL("hand full", Sort.UNPREPARED),
  HAND_EMPTY("hand empty", Sort.UNPREPARED),
  NOT_FOUND("not found", Sort.ABSENT),
  /** A deadline passed before the skill ended. */
  TIMED_OUT("timed out", Sort.MACHINE),
  /** The robot cannot do such a skill at all, or refused the goal. */
  REJECTED("not possible", Sort.MACHINE),
  /** The user's policy forbids it; the robot was not asked. */
  FORBIDDEN("not allowed", Sort.MACHINE),
  /** The machine itself failed: a lost link, a controller that aborted without a better reason. */
  ROBOT_FAULT("robot fault", Sort.MACHINE);

  /** What the reasons of a kind have in common: how what stood in the way may pass. */
  public enum Sort {
    /** Bad luck; the next try may be better. */
    CHANCE,
    /** What is wanted is not there. */
    ABSENT,
    /** It is there, and something is in the way. */
    IN_THE_WAY,
    /** The thing is nothing for this robot. */
    UNFIT,
    /** Something has to be done first. */
    UNPREPARED,
    /** It says more of the machine or its rules than of the skill. */
    MACHINE
  }

  private final String words;
  private final Sort sort;

  FailureReason(String words, Sort sort) {
    this.words = words;
    this.sort = sort;
  }

  /** How what stood in the way may pass. */
  public Sort sort() {
    return sort;
  }

  /** Two or three plain words, as they stand in a prompt. */
  public String words() {
    return words;
  }
}
