package io.souschef.planner.errand;

import io.souschef.planner.program.Act;
import io.souschef.planner.program.Things;
import java.util.List;
import java.util.function.Supplier;

/** What is said when an errand ends with less than was wanted. */
record Shortfall(Act act, Things things, List<String> troubles) {

  /**
   * The end of the errand.
   *
   * @param done things that were seen to
   * @param where "in the drawers", where it was looked
   */
  Step.End end(int done, Supplier<String> where) {
    String trouble = troubles.isEmpty() ? "" : ": " + troubles.get(troubles.size() - 1);
    if (done > 0) {
      return new Step.End(
          false,
          "I found only %s of %s %s%s"
              .formatted(done, act.amount().count(), things.words(), trouble));
    }
    if (act.amount().isAll() && troubles.isEmpty()) {
      return new Step.End(true, "There is no %s left to see to".formatted(things.words()));
    }
    return new Step.End(
        false,
        troubles.isEmpty()
            ? "I looked %s and saw no %s".formatted(where.get(), things.words())
            : "I could not %s the %s%s".formatted(act.verb().word(), things.words(), trouble));
  }
}
