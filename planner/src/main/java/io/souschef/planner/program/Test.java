package io.souschef.planner.program;

import java.util.Optional;

/**
 * Something that may hold.
 *
 * @param check what is looked at
 * @param negated whether it must not hold
 * @param count how many at least, for {@link Check#MIN}; otherwise 1
 * @param things which things, for checks about things
 * @param place which place, for checks about places
 */
public record Test(
    Check check, boolean negated, int count, Optional<Things> things, Optional<PlaceWords> place) {

  /** What can be looked at. */
  public enum Check {
    EXISTS,
    MIN,
    OPEN,
    CLOSED,
    HOLDS,
    FREE
  }
}
