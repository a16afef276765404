package io.souschef.training.language.text;

import java.util.Locale;

/**
 * What is answered to words that ask for nothing to be moved.
 *
 * @param manner how it is answered
 */
public record Reply(Manner manner) implements Statement {

  /** Ways to answer. */
  public enum Manner {
    /** No request: a friendly word. */
    CHAT,
    /** Stop and leave everything as it is. */
    STOP,
    /** It would harm. */
    REFUSE,
    /** Nothing that this robot can do or know. */
    CANNOT,
    /** Which thing is meant must be asked. */
    ASK_THING,
    /** Where to must be asked. */
    ASK_PLACE,
    /** What is wanted at all must be asked. */
    ASK_REQUEST;

    /** The words in a program: "ask thing". */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
