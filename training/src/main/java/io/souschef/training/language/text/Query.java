package io.souschef.training.language.text;

import java.util.Locale;
import java.util.Optional;

/**
 * A question about the kitchen.
 *
 * @param asked what is asked
 * @param variable name of the variable that it is about; empty when it is about the hand
 */
public record Query(Asked asked, Optional<String> variable) implements Statement {

  /** Kinds of questions, and what they are about: X an object, P a place. */
  public enum Asked {
    COUNT("X"),
    WHERE("X"),
    WHAT("X"),
    WHETHER("X"),
    OPEN("P"),
    HELD("");

    private final String signature;

    Asked(String signature) {
      this.signature = signature;
    }

    String signature() {
      return signature;
    }

    /** The word in a program. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
