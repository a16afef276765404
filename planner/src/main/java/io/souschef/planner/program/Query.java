package io.souschef.planner.program;

import java.util.Optional;

/**
 * A question about the kitchen that is answered in words.
 *
 * @param asked what is asked
 * @param things about which things
 * @param place about which place, for {@link Asked#OPEN}
 */
public record Query(Asked asked, Optional<Things> things, Optional<PlaceWords> place)
    implements Statement {

  /** Kinds of questions. */
  public enum Asked {
    COUNT,
    WHERE,
    WHAT,
    WHETHER,
    OPEN,
    HELD
  }
}
