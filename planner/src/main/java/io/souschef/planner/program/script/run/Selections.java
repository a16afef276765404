package io.souschef.planner.program.script.run;

import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import io.souschef.planner.program.script.library.Takes;
import io.souschef.planner.program.script.library.WordCheck;
import io.souschef.planner.program.script.run.Value.Many;
import io.souschef.planner.program.script.run.Value.Num;
import io.souschef.planner.program.script.run.Value.Spot;
import io.souschef.planner.program.script.run.Value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes selections of things and places. */
final class Selections {

  private static final int LARGEST = 99;

  private final WordCheck words;

  Selections(WordCheck words) {
    this.words = words;
  }

  /** A call of one of the functions that select. */
  Value call(String function, List<Value> arguments) {
    return switch (function) {
      case "one" ->
          one(arguments.isEmpty() ? things(Reference.NAMED) : named(text(arguments.get(0))));
      case "any" -> one(described(Reference.ANY, arguments));
      case "the" -> one(described(Reference.THE, arguments));
      case "same" ->
          one(
              arguments.isEmpty()
                  ? things(Reference.SAME)
                  : with(things(arguments.get(0)), Reference.SAME));
      case "held" -> one(things(Reference.IT));
      case "all" -> new Many(things(arguments.get(0)), new Amount(Amount.ALL, false));
      case "each" -> new Many(things(arguments.get(0)), new Amount(Amount.ALL, true));
      case "some" -> new Many(things(arguments.get(1)), amount(arguments.get(0), false));
      case "different" -> new Many(things(arguments.get(1)), amount(arguments.get(0), true));
      case "spot" -> new Spot(PlaceWords.named(placeWord(text(arguments.get(0)))));
      case "place" -> {
        Set<String> required = new HashSet<>();
        arguments.forEach(argument -> required.add(placeWord(text(argument))));
        yield new Spot(new PlaceWords("", required, Set.of(), true));
      }
      default -> throw new IllegalStateException("No selection " + function);
    };
  }

  /** What follows a selection with a dot. */
  Value link(Value base, String name, List<Value> arguments) {
    if (base instanceof Spot spot) {
      return new Spot(placeLink(spot.place(), name, arguments));
    }
    if (base instanceof Many many) {
      return new Many(thingLink(many.things(), name, arguments), many.amount());
    }
    throw new Failed("'%s' cannot be followed by .%s(...)".formatted(base.words(), name));
  }

  private PlaceWords placeLink(PlaceWords place, String name, List<Value> arguments) {
    Set<String> required = new HashSet<>(place.required());
    Set<String> forbidden = new HashSet<>(place.forbidden());
    switch (name) {
      case "with" -> required.add(placeWord(text(arguments.get(0))));
      case "without" -> forbidden.add(placeWord(text(arguments.get(0))));
      default -> required.add(placeWord(name));
    }
    return new PlaceWords(place.name(), required, forbidden, place.isAny());
  }

  private Things thingLink(Things t, String name, List<Value> arguments) {
    Set<String> required = new HashSet<>(t.required());
    Set<String> forbidden = new HashSet<>(t.forbidden());
    List<String> except = t.except();
    Optional<PlaceWords> at = t.at();
    boolean notAt = t.notAt();
    switch (name) {
      case "with" -> required.add(thingWord(text(arguments.get(0))));
      case "without" -> forbidden.add(thingWord(text(arguments.get(0))));
      case "not" -> {
        List<String> more = new ArrayList<>(except);
        arguments.forEach(argument -> more.add(thingWord(text(argument))));
        except = more;
      }
      case "other" -> {}
      case "at", "from", "in", "on", "notAt" -> {
        at = Optional.of(place(arguments.get(0)));
        notAt = name.equals("notAt");
      }
      default -> required.add(thingWord(name));
    }
    boolean differs = t.differs() || name.equals("other");
    return new Things(t.reference(), t.noun(), required, forbidden, except, differs, at, notAt);
  }

  /** A value that stands for things, with how many; a text is one. */
  Many many(Value value) {
    return value instanceof Many many ? many : one(things(value));
  }

  private Things things(Value value) {
    return value instanceof Many many ? many.things() : named(text(value));
  }

  /** A value that stands for a place. */
  PlaceWords place(Value value) {
    if (value instanceof Spot spot) {
      return spot.place();
    }
    String word = placeWord(text(value));
    return words.isPlaceName(word)
        ? PlaceWords.named(word)
        : new PlaceWords("", Set.of(word), Set.of(), true);
  }

  /** A word as a noun or, where it only describes, as a description. */
  private Things named(String word) {
    if (word.equals(WordCheck.THING)) {
      return things(Reference.ANY);
    }
    String known = thingWord(word);
    if (words.isNoun(known)) {
      return Things.named(known);
    }
    return with(things(Reference.ANY), Set.of(known));
  }

  private Things described(Reference reference, List<Value> arguments) {
    String word = arguments.isEmpty() ? WordCheck.THING : text(arguments.get(0));
    return word.equals(WordCheck.THING)
        ? things(reference)
        : with(things(reference), Set.of(thingWord(word)));
  }

  private static Many one(Things things) {
    return new Many(things, Amount.ONE);
  }

  private static Things things(Reference reference) {
    return new Things(
        reference, Optional.empty(), Set.of(), Set.of(), List.of(), false, Optional.empty(), false);
  }

  private static Things with(Things t, Set<String> required) {
    return new Things(
        t.reference(),
        t.noun(),
        required,
        t.forbidden(),
        t.except(),
        t.differs(),
        t.at(),
        t.notAt());
  }

  private static Things with(Things t, Reference reference) {
    return new Things(
        reference,
        t.noun(),
        t.required(),
        t.forbidden(),
        t.except(),
        t.differs(),
        t.at(),
        t.notAt());
  }

  private static Amount amount(Value value, boolean isDifferent) {
    double count = value instanceof Num number ? number.value() : 0;
    if (count < 1 || count > LARGEST || count != Math.rint(count)) {
      throw new Failed("%s is no number of things from 1 to %s".formatted(value.words(), LARGEST));
    }
    return new Amount((int) count, isDifferent);
  }

  private String thingWord(String word) {
    return known(Takes.THING_WORD, word);
  }

  private String placeWord(String word) {
    return known(Takes.PLACE_WORD, word);
  }

  /** Words that are only known now, such as answers, are checked now. */
  private String known(Takes takes, String word) {
    words
        .problem(takes, word)
        .ifPresent(
            reason -> {
              throw new Failed(reason);
            });
    boolean isPlace = takes == Takes.PLACE_WORD;
    String known = words.known(word, isPlace ? words.words().places() : words.words().things());
    return words.known(
        known, isPlace ? words.words().placeAttributes() : words.words().attributes());
  }

  private static String text(Value value) {
    if (value instanceof Text text) {
      return text.value();
    }
    throw new Failed("'%s' stands where a word is wanted".formatted(value.words()));
  }
}
