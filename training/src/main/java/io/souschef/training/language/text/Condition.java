package io.souschef.training.language.text;

import java.util.Optional;

/**
 * How things may be.
 *
 * @param check what is looked at
 * @param negated whether it must not hold
 * @param count how many at least, for {@link Check#ATLEAST}; otherwise 1
 * @param variable name of the variable that it is about; empty when it is about the free hand
 */
public record Condition(Check check, boolean negated, int count, Optional<String> variable) {

  /** What can be looked at, and what it is about: X an object, P a place. */
  public enum Check {
    EXISTS("X", "exists"),
    ATLEAST("X", "min"),
    ISOPEN("P", "open"),
    ISCLOSED("P", "closed"),
    HOLDS("X", "holds"),
    HANDFREE("", "free");

    private final String signature;
    private final String word;

    Check(String signature, String word) {
      this.signature = signature;
      this.word = word;
    }

    String signature() {
      return signature;
    }

    /** Whether it is about a place. */
    public boolean takesPlace() {
      return signature.equals("P");
    }

    /** The word in a program that a model writes. */
    public String word() {
      return word;
    }
  }
}
