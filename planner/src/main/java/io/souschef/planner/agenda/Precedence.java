package io.souschef.planner.agenda;

import io.souschef.planner.belief.Names;
import io.souschef.planner.errand.Errand;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import java.util.Collections;
import java.util.List;

/** Which statements of a program must keep their order. Stateless but for the words it is told. */
final class Precedence {

  private final Names names;

  Precedence(Names names) {
    this.names = names;
  }

  /**
   * Whether a statement may change places with its neighbours at all: it takes things of its own
   * somewhere. What looks, asks, tells, opens or shuts, and what refers to an earlier part, may
   * not.
   */
  static boolean isMovable(Statement statement) {
    return statement instanceof Act act
        && act.carries()
        && act.things().filter(Precedence::standsAlone).isPresent();
  }

  private static boolean standsAlone(Things things) {
    return !things.differs()
        && things.reference() != Reference.SAME
        && things.reference() != Reference.IT;
  }

  /** Whether one statement must be done before the other that was said after it. */
  boolean holds(Statement earlier, Statement later) {
    if (!isMovable(earlier) || !isMovable(later)) {
      return true;
    }
    Act one = (Act) earlier;
    Act other = (Act) later;
    return !Collections.disjoint(kinds(one), kinds(other))
        || changes(one, other)
        || changes(other, one);
  }

  /** Whether what one puts somewhere may be among what the other finds there. */
  private boolean changes(Act one, Act other) {
    Things things = other.things().orElseThrow();
    if (things.at().isEmpty()) {
      return false;
    }
    return things.notAt()
        || !Collections.disjoint(Errand.destinations(one, names), places(things.at().get()));
  }

  private List<String> kinds(Act act) {
    return names.kinds(act.things().orElseThrow());
  }

  private List<String> places(PlaceWords words) {
    return names.places(words);
  }
}
