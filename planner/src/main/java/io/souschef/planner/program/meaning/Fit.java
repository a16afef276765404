package io.souschef.planner.program.meaning;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import java.util.List;
import java.util.Optional;

/**
 * Whether what one program does is right where another is meant: to bring a pear is right where any
 * fruit is wanted, and to bring "the fruit" where a pear is, since the robot looks and asks where
 * several fruits are there. The other way round neither is. Stateless.
 */
final class Fit {

  private final Names names;

  Fit(Names names) {
    this.names = names;
  }

  /** Whether carrying out {@code done} is right where {@code meant} is meant. */
  boolean fits(Program done, Program meant) {
    List<Statement> does = done.statements();
    List<Statement> wants = meant.statements();
    if (does.size() != wants.size()) {
      return false;
    }
    for (int i = 0; i < does.size(); i++) {
      if (!fits(does.get(i), wants.get(i), i == 0)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Statement done, Statement meant, boolean first) {
    if (done instanceof Act does
        && meant instanceof Act wants
        && does.things().isPresent()
        && wants.things().isPresent()) {
      Things doing = does.things().get();
      Things wanted = wants.things().get();
      Act same = new Act(does.verb(), does.amount(), wants.things(), does.other(), does.place());
      return signature(same).equals(signature(wants))
          && (signature(does).equals(signature(wants))
              || isAmong(doing, wanted, does.amount(), first)
              || asksFor(doing, wanted, does.amount()));
    }
    return signature(done).equals(signature(meant));
  }

  /** Whether whatever is taken is among what is wanted. */
  private boolean isAmong(Things doing, Things wanted, Act.Amount amount, boolean first) {
    List<String> taken = names.kinds(doing);
    List<String> good = names.kinds(wanted);
    boolean free = wanted.reference() != Reference.THE || good.size() == 1;
    // Nothing was spoken of before the first act, so that all is another thing than that.
    boolean other = !wanted.differs() || doing.differs() || first;
    return isDescribed(doing)
        && isDescribed(wanted)
        && free
        && other
        && !taken.isEmpty()
        && (amount.isAll() ? List.copyOf(good).equals(taken) : good.containsAll(taken))
        && isWithin(doing, wanted);
  }

  /** Whether the robot looks, and asks where more than one of what may be meant is there. */
  private boolean asksFor(Things doing, Things wanted, Act.Amount amount) {
    List<String> wantedKinds = names.kinds(wanted);
    return doing.reference() == Reference.THE
        && isDescribed(wanted)
        && !amount.isAll()
        && !wantedKinds.isEmpty()
        && names.kinds(doing).containsAll(wantedKinds)
        && isWithin(wanted, doing);
  }

  private static boolean isDescribed(Things things) {
    return things.reference() != Reference.SAME && things.reference() != Reference.IT;
  }

  /** Whether things are looked for nowhere but where others may be, too. */
  private boolean isWithin(Things inner, Things outer) {
    if (outer.at().isEmpty()) {
      return true;
    }
    return inner.at().isPresent()
        && inner.notAt() == outer.notAt()
        && places(inner.at()).equals(places(outer.at()));
  }

  private List<String> places(Optional<PlaceWords> at) {
    return at.map(names::places).orElse(List.of());
  }

  private String signature(Statement statement) {
    return Meanings.signature(new Program(List.of(statement)), names);
  }
}
