package io.souschef.planner.program.script.run;

import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Reply.Manner;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.library.Takes;
import io.souschef.planner.program.script.run.Value.Many;
import io.souschef.planner.program.script.run.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Calls that do something, as acts and replies that an executive understands. */
final class Acts {

  private final Selections selections;

  Acts(Selections selections) {
    this.selections = selections;
  }

  /** A call of a verb. */
  Optional<Act> act(String function, List<Value> arguments) {
    Verb verb = Language.VERBS.get(function);
    if (verb == null) {
      return Optional.empty();
    }
    var signature = Objects.requireNonNull(Language.ACTS.get(function));
    Amount amount = Amount.ONE;
    List<Things> things = new ArrayList<>();
    Optional<PlaceWords> place = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      if (signature.takes(i) == Takes.PLACE) {
        place = Optional.of(selections.place(arguments.get(i)));
      } else {
        Many many = selections.many(arguments.get(i));
        amount = things.isEmpty() ? many.amount() : amount;
        things.add(many.things());
      }
    }
    return Optional.of(
        new Act(
            verb, amount, things.stream().findFirst(), things.stream().skip(1).findFirst(), place));
  }

  /** A call that is an answer, of those that a program of one line can be. */
  static Optional<Reply> reply(String function, List<Value> arguments) {
    String words =
        arguments.size() == 1 && arguments.get(0) instanceof Text text ? text.value() : "";
    return switch (function) {
      case "nothing" -> Optional.of(new Reply(Manner.NOTHING));
      case "chat" -> Optional.of(new Reply(Manner.CHAT));
      case "stop" -> Optional.of(new Reply(Manner.STOP));
      case "refuse" ->
          switch (words) {
            case "harm" -> Optional.of(new Reply(Manner.REFUSE));
            case "cannot" -> Optional.of(new Reply(Manner.CANNOT));
            default -> Optional.empty();
          };
      case "ask" ->
          switch (words) {
            case "thing" -> Optional.of(new Reply(Manner.ASK_THING));
            case "place" -> Optional.of(new Reply(Manner.ASK_PLACE));
            case "request" -> Optional.of(new Reply(Manner.ASK_REQUEST));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }
}
