package io.souschef.planner.program;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that is to be done.
 *
 * @param verb what
 * @param amount to how many things
 * @param things to which; empty for verbs that are about places alone
 * @param other beside which thing, for {@link Verb#NEAR}
 * @param place where, or where to
 */
public record Act(
    Verb verb,
    Amount amount,
    Optional<Things> things,
    Optional<Things> other,
    Optional<PlaceWords> place)
    implements Statement {

  /** Whether things are taken to a place. */
  public boolean carries() {
    return switch (verb) {
      case BRING, MOVE, HAVE, DISCARD, RECYCLE, COMPOST -> true;
      default -> false;
    };
  }

  /** What can be done. */
  public enum Verb {
    /** To the person. */
    BRING,
    /** To a place; what opens is opened, and closed again where it was. */
    MOVE,
    /** So many in all are at a place in the end. */
    HAVE,
    DISCARD,
    RECYCLE,
    COMPOST,
    PICK,
    RELEASE,
    FIND,
    VISIT,
    OPEN,
    CLOSE,
    WIPE,
    UPRIGHT,
    KNOCK,
    NEAR;

    /** The word in programs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Goes to a place and looks. */
  public static Act visit(PlaceWords place) {
    return new Act(Verb.VISIT, Amount.ONE, Optional.empty(), Optional.empty(), Optional.of(place));
  }

  /**
   * How many.
   *
   * @param count {@link #ALL} for every one
   * @param different whether no two may be of one kind; with {@link #ALL}, one of every kind
   */
  public record Amount(int count, boolean different) {

    /** Every one that is there. */
    public static final int ALL = Integer.MAX_VALUE;

    public static final Amount ONE = new Amount(1, false);

    public boolean isAll() {
      return count == ALL;
    }
  }
}
