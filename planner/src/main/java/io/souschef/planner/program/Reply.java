package io.souschef.planner.program;

import java.util.Locale;

/**
 * What is answered where nothing is to be moved.
 *
 * @param manner how
 */
public record Reply(Manner manner) implements Statement {

  /** Ways to answer. */
  public enum Manner {
    /** It is so already, or need not be done. */
    NOTHING,
    /** No request: a friendly word. */
    CHAT,
    /** Stop and leave everything as it is. */
    STOP,
    /** It would harm. */
    REFUSE,
    /** Nothing that this robot can do or know. */
    CANNOT,
    ASK_THING,
    ASK_PLACE,
    ASK_REQUEST;

    /** The words in programs: "ask thing". */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
