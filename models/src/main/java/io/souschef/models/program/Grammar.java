package io.souschef.models.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The shorthand of programs, phrase by phrase (docs/programs.md). A state says which phrases may
 * come next and which state each leads to. Immutable.
 */
final class Grammar {

  /** Sets of phrases that come at the same places. */
  enum Slot {
    VERB_OF_THING("bring discard recycle compost pick release find upright knock"),
    MOVE("move"),
    HAVE("have"),
    NEAR_VERB("near"),
    VERB_OF_PLACE("visit open close wipe"),
    TELL("tell"),
    TELL_THING("count where what whether"),
    TELL_OPEN("open"),
    TELL_HELD("held"),
    REPLY("nothing|chat|stop|refuse|cannot|ask thing|ask place|ask request"),
    IF("if"),
    ELSE("else"),
    END("end"),
    DONE("done"),
    NOT("not"),
    TEST_THING("exists holds"),
    TEST_MIN("min"),
    TEST_PLACE("open closed"),
    TEST_FREE("free"),
    NUMBER("1 2 3 4 5 6 7 8 9"),
    MANY("2 3 4 5 6 7 8 9"),
    DIFFERENT("different"),
    ALL("all each"),
    IT("it"),
    SAME("same"),
    DETERMINER("any the"),
    NAME(""),
    QUALITY(""),
    PLACE(""),
    PLACE_QUALITY(""),
    PLUS("+ -"),
    EXCEPT("!"),
    AT("@"),
    TO(">"),
    NEAR("near"),
    PERIOD(".");

    private final String phrases;

    Slot(String phrases) {
      this.phrases = phrases;
    }

    List<String> phrases() {
      return phrases.isEmpty()
          ? List.of()
          : Arrays.asList(phrases.split(phrases.contains("|") ? "[|]" : " "));
    }
  }

  /** What is being said. */
  enum Part {
    LINE,
    TELL,
    CONDITION,
    TEST,
    AT_LEAST,
    AMOUNT,
    DIFFERENT,
    THINGS,
    REFERRED,
    DESCRIBED,
    AFTER_DESCRIBED,
    EXCEPTED,
    AFTER_NAME,
    WHERE,
    PLACE,
    PLACE_DESCRIBED,
    AFTER_PLACE_DESCRIBED,
    AFTER_PLACE,
    PERIOD
  }

  /** What still has to come behind the things that are being named. */
  enum Rest {
    NOTHING,
    DESTINATION,
    NEIGHBOUR
  }

  /**
   * A state.
   *
   * @param rest what has to come behind things
   * @param inside whether a branch is open
   * @param elseMay whether it may have an else
   * @param doneMay whether the program may end
   */
  record State(Part part, Rest rest, boolean inside, boolean elseMay, boolean doneMay) {

    static State of(Part part, Rest rest) {
      return new State(part, rest, false, false, false);
    }

    static State line(boolean inside, boolean elseMay, boolean doneMay) {
      return new State(Part.LINE, Rest.NOTHING, inside, elseMay, doneMay);
    }
  }

  /** Phrases that may come next, and the state after them. */
  record Step(Slot slot, State next) {}

  private final Map<Slot, Phrases> phrases = new EnumMap<>(Slot.class);

  /**
   * A grammar over words.
   *
   * @param names what things may be called
   * @param qualities what may be true of things
   * @param places what places may be called
   * @param placeQualities what may be true of places
   */
  Grammar(
      List<String> names,
      List<String> qualities,
      List<String> places,
      List<String> placeQualities,
      Tokens tokens) {
    for (Slot slot : Slot.values()) {
      List<String> words =
          switch (slot) {
            case NAME -> names;
            case QUALITY ->
                Stream.of(qualities.stream(), names.stream(), Stream.of("thing"))
                    .flatMap(s -> s)
                    .toList();
            case PLACE -> places;
            case PLACE_QUALITY ->
                Stream.of(placeQualities.stream(), places.stream(), Stream.of("thing"))
                    .flatMap(s -> s)
                    .toList();
            default -> slot.phrases();
          };
      phrases.put(slot, new Phrases(words, tokens));
    }
  }

  Phrases.Node root(Slot slot) {
    Phrases of = phrases.get(slot);
    if (of == null) {
      throw new IllegalStateException("There are no phrases for " + slot);
    }
    return of.root();
  }

  /** Every token that may come. */
  int[] alphabet() {
    SortedSet<Integer> all = new TreeSet<>();
    phrases.values().forEach(p -> p.collect(all));
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  List<Step> steps(State state) {
    List<Step> steps = new ArrayList<>();
    Rest rest = state.rest();
    switch (state.part()) {
      case LINE -> line(state, steps);
      case TELL -> {
        add(steps, Slot.TELL_THING, Part.THINGS, Rest.NOTHING);
        add(steps, Slot.TELL_OPEN, Part.PLACE, Rest.NOTHING);
        add(steps, Slot.TELL_HELD, Part.PERIOD, Rest.NOTHING);
      }
      case CONDITION -> {
        add(steps, Slot.NOT, Part.TEST, Rest.NOTHING);
        steps.addAll(steps(State.of(Part.TEST, Rest.NOTHING)));
      }
      case TEST -> {
        add(steps, Slot.TEST_THING, Part.THINGS, Rest.NOTHING);
        add(steps, Slot.TEST_MIN, Part.AT_LEAST, Rest.NOTHING);
        add(steps, Slot.TEST_PLACE, Part.PLACE, Rest.NOTHING);
        add(steps, Slot.TEST_FREE, Part.PERIOD, Rest.NOTHING);
      }
      case AT_LEAST -> add(steps, Slot.NUMBER, Part.THINGS, rest);
      case AMOUNT -> {
        add(steps, Slot.NUMBER, Part.DIFFERENT, rest);
        add(steps, Slot.ALL, Part.THINGS, rest);
        steps.addAll(steps(State.of(Part.THINGS, rest)));
      }
      case DIFFERENT -> {
        add(steps, Slot.DIFFERENT, Part.THINGS, rest);
        steps.addAll(steps(State.of(Part.THINGS, rest)));
      }
      case THINGS -> {
        add(steps, Slot.IT, Part.WHERE, rest);
        add(steps, Slot.SAME, Part.REFERRED, rest);
        steps.addAll(steps(State.of(Part.REFERRED, rest)));
      }
      case REFERRED -> {
        add(steps, Slot.DETERMINER, Part.DESCRIBED, rest);
        add(steps, Slot.NAME, Part.AFTER_NAME, rest);
      }
      case DESCRIBED -> add(steps, Slot.QUALITY, Part.AFTER_DESCRIBED, rest);
      case AFTER_DESCRIBED -> {
        add(steps, Slot.PLUS, Part.DESCRIBED, rest);
        add(steps, Slot.EXCEPT, Part.EXCEPTED, rest);
        steps.addAll(steps(State.of(Part.AFTER_NAME, rest)));
      }
      case EXCEPTED -> {
        add(steps, Slot.NAME, Part.AFTER_DESCRIBED, rest);
        add(steps, Slot.SAME, Part.AFTER_DESCRIBED, rest);
      }
      case AFTER_NAME -> {
        steps.add(new Step(Slot.AT, new State(Part.PLACE, rest, true, false, false)));
        steps.addAll(steps(State.of(Part.WHERE, rest)));
      }
      case WHERE -> {
        switch (rest) {
          case NOTHING -> add(steps, Slot.PERIOD, Part.LINE, Rest.NOTHING);
          case DESTINATION -> add(steps, Slot.TO, Part.PLACE, Rest.NOTHING);
          case NEIGHBOUR -> add(steps, Slot.NEAR, Part.THINGS, Rest.NOTHING);
        }
      }
      // Behind "@" a place may be excluded, and what has to come behind things still has to.
      case PLACE -> {
        if (state.inside()) {
          steps.add(new Step(Slot.EXCEPT, State.of(Part.PLACE, rest)));
        }
        add(steps, Slot.DETERMINER, Part.PLACE_DESCRIBED, rest);
        add(steps, Slot.PLACE, Part.AFTER_PLACE, rest);
      }
      case PLACE_DESCRIBED -> add(steps, Slot.PLACE_QUALITY, Part.AFTER_PLACE_DESCRIBED, rest);
      case AFTER_PLACE_DESCRIBED -> {
        add(steps, Slot.PLUS, Part.PLACE_DESCRIBED, rest);
        steps.addAll(steps(State.of(Part.WHERE, rest)));
      }
      case AFTER_PLACE -> steps.addAll(steps(State.of(Part.WHERE, rest)));
      case PERIOD -> add(steps, Slot.PERIOD, Part.LINE, Rest.NOTHING);
    }
    return steps;
  }

  private static void line(State state, List<Step> steps) {
    add(steps, Slot.VERB_OF_THING, Part.AMOUNT, Rest.NOTHING);
    add(steps, Slot.MOVE, Part.AMOUNT, Rest.DESTINATION);
    add(steps, Slot.HAVE, Part.AMOUNT, Rest.DESTINATION);
    add(steps, Slot.NEAR_VERB, Part.AMOUNT, Rest.NEIGHBOUR);
    add(steps, Slot.VERB_OF_PLACE, Part.PLACE, Rest.NOTHING);
    add(steps, Slot.TELL, Part.TELL, Rest.NOTHING);
    add(steps, Slot.REPLY, Part.PERIOD, Rest.NOTHING);
    add(steps, Slot.IF, Part.CONDITION, Rest.NOTHING);
    if (state.elseMay()) {
      add(steps, Slot.ELSE, Part.PERIOD, Rest.NOTHING);
    }
    if (state.inside()) {
      add(steps, Slot.END, Part.PERIOD, Rest.NOTHING);
    }
    if (state.doneMay()) {
      add(steps, Slot.DONE, Part.PERIOD, Rest.NOTHING);
    }
  }

  private static void add(List<Step> steps, Slot slot, Part part, Rest rest) {
    steps.add(new Step(slot, State.of(part, rest)));
  }
}
