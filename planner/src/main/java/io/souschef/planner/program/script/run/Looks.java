package io.souschef.planner.program.script.run;

import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Query.Asked;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Test.Check;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.script.run.Value.Many;
import java.util.List;
import java.util.Optional;

/** Calls that ask how things are, as questions that an executive understands. */
final class Looks {

  private final Selections selections;

  Looks(Selections selections) {
    this.selections = selections;
  }

  /** A call that is true or false. */
  Optional<Test> test(String function, List<Value> arguments) {
    return switch (function) {
      case "exists" -> {
        Many many = selections.many(arguments.get(0));
        int count = many.amount().isAll() ? 1 : many.amount().count();
        yield Optional.of(
            count == 1 ? about(Check.EXISTS, many.things()) : least(count, many.things()));
      }
      case "holding" -> Optional.of(about(Check.HOLDS, selections.many(arguments.get(0)).things()));
      case "handFree" ->
          Optional.of(new Test(Check.FREE, false, 1, Optional.empty(), Optional.empty()));
      case "isOpen" -> Optional.of(about(Check.OPEN, selections.place(arguments.get(0))));
      case "isClosed" -> Optional.of(about(Check.CLOSED, selections.place(arguments.get(0))));
      default -> Optional.empty();
    };
  }

  /**
   * {@code count(things)} compared with a number, as a test that may hold before all are counted.
   *
   * @return empty where only counting tells
   */
  Optional<Test> compared(Value things, String sign, double number) {
    boolean isWhole = number == Math.rint(number) && number >= 0 && number < Amount.ALL - 1;
    if (!isWhole) {
      return Optional.empty();
    }
    int count = (int) number;
    Things counted = selections.many(things).things();
    return switch (sign) {
      case ">=" -> count == 0 ? Optional.empty() : Optional.of(least(count, counted));
      case ">" -> Optional.of(least(count + 1, counted));
      case "<" -> count == 0 ? Optional.empty() : Optional.of(not(least(count, counted)));
      case "<=" -> Optional.of(not(least(count + 1, counted)));
      default -> Optional.empty();
    };
  }

  /** A call inside {@code tell}, as a question that is answered in words. */
  Optional<Query> query(String function, List<Value> arguments) {
    return switch (function) {
      case "count" -> Optional.of(query(Asked.COUNT, arguments));
      case "where" -> Optional.of(query(Asked.WHERE, arguments));
      case "list" -> Optional.of(query(Asked.WHAT, arguments));
      case "exists" -> Optional.of(query(Asked.WHETHER, arguments));
      case "held" -> Optional.of(new Query(Asked.HELD, Optional.empty(), Optional.empty()));
      case "isOpen", "isClosed" ->
          Optional.of(
              new Query(
                  Asked.OPEN, Optional.empty(), Optional.of(selections.place(arguments.get(0)))));
      default -> Optional.empty();
    };
  }

  static Test not(Test test) {
    return new Test(test.check(), !test.negated(), test.count(), test.things(), test.place());
  }

  private Query query(Asked asked, List<Value> arguments) {
    return new Query(
        asked, Optional.of(selections.many(arguments.get(0)).things()), Optional.empty());
  }

  private static Test about(Check check, Things things) {
    return new Test(check, false, 1, Optional.of(things), Optional.empty());
  }

  private static Test about(Check check, PlaceWords place) {
    return new Test(check, false, 1, Optional.empty(), Optional.of(place));
  }

  private static Test least(int count, Things things) {
    return new Test(Check.MIN, false, count, Optional.of(things), Optional.empty());
  }
}
