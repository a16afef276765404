package io.souschef.training.language.text;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that the speaker wants done.
 *
 * @param verb what is to happen
 * @param count how many of the object; {@link #ALL} for every one that is there
 * @param kinds whether the objects may be of one kind
 * @param object name of the object variable, for verbs that have one
 * @param place name of the place variable
 * @param other name of the second object variable of {@code near}
 */
public record Goal(
    Verb verb,
    int count,
    Kinds kinds,
    Optional<String> object,
    Optional<String> place,
    Optional<String> other)
    implements Statement {

  /** Every one that is there. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Nothing to do. */
  static final Goal NOTHING =
      new Goal(Verb.NONE, 1, Kinds.ANY, Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether several objects may be of one kind. */
  public enum Kinds {
    ANY,
    /** No two of one kind. */
    DIFFERENT,
    /** One of every kind that is there. */
    EACH
  }

  /** What is to happen, and what its arguments are: X an object, P a place. */
  public enum Verb {
    BRING("X"),
    MOVE("XP"),
    STOW("XP"),
    DISCARD("X"),
    RECYCLE("X"),
    COMPOST("X"),
    PICK("X"),
    RELEASE("X"),
    FIND("X"),
    VISIT("P"),
    OPEN("P"),
    CLOSE("P"),
    WIPE("P"),
    UPRIGHT("X"),
    KNOCK("X"),
    NEAR("XX"),
    HAVE("XP"),
    NONE("");

    private final String signature;

    Verb(String signature) {
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
