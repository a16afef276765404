package io.souschef.planner.program;

import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.Query.Asked;
import io.souschef.planner.program.Reply.Manner;
import io.souschef.planner.program.Test.Check;
import io.souschef.planner.program.Things.Reference;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads programs in the shorthand that the embedded language model writes: one statement a line,
 * {@code bring 2 any drink + cold ! tea @ fridge}. See docs/programs.md for the whole of it.
 */
public final class Shorthand {

  /** The last line of every program. */
  public static final String DONE = "done";

  private static final Set<String> SIGNS = Set.of(">", "@", "near", "!", "+", "-");

  private final Deque<String> words;
  private final String line;

  private Shorthand(String line) {
    this.line = line;
    this.words = new ArrayDeque<>(Arrays.asList(line.strip().split("\\s+")));
  }

  /**
   * Reads a program.
   *
   * @throws InvalidInputException naming the line that is none
   */
  public static Program parse(List<String> lines) {
    Deque<String> left = new ArrayDeque<>(lines);
    List<Statement> statements = block(left, Set.of(DONE));
    if (statements.isEmpty()) {
      throw new InvalidInputException("A program needs at least one line before 'done'");
    }
    return new Program(statements);
  }

  private static List<Statement> block(Deque<String> left, Set<String> ends) {
    List<Statement> statements = new ArrayList<>();
    while (!left.isEmpty()) {
      if (ends.contains(left.peek())) {
        return statements;
      }
      String line = left.remove();
      if (!line.startsWith("if ")) {
        statements.add(new Shorthand(line).statement());
        continue;
      }
      Test test = new Shorthand(line.substring(3)).test();
      List<Statement> then = block(left, Set.of("else", "end"));
      List<Statement> otherwise = List.of();
      if ("else".equals(left.poll())) {
        otherwise = block(left, Set.of("end"));
        left.poll();
      }
      statements.add(new Branch(test, then, otherwise));
    }
    return statements;
  }

  private Statement statement() {
    for (Manner manner : Manner.values()) {
      if (manner.words().equals(line.strip())) {
        return new Reply(manner);
      }
    }
    String first = words.remove();
    if (first.equals("tell")) {
      return query();
    }
    Verb verb = constant(Verb.class, first);
    Amount amount = amount();
    Optional<Things> things = Optional.empty();
    Optional<Things> other = Optional.empty();
    Optional<PlaceWords> place = Optional.empty();
    if (verb == Verb.VISIT || verb == Verb.OPEN || verb == Verb.CLOSE || verb == Verb.WIPE) {
      place = Optional.of(place());
    } else if (!words.isEmpty()) {
      things = Optional.of(things());
      if ("near".equals(words.peek())) {
        words.remove();
        other = Optional.of(things());
      }
      if (">".equals(words.peek())) {
        words.remove();
        place = Optional.of(place());
      }
    }
    if (!words.isEmpty()) {
      throw wrong("'%s' has no business there".formatted(words.peek()));
    }
    if (things.isEmpty() && place.isEmpty() && verb != Verb.RELEASE) {
      throw wrong("it lacks a thing: %s coke".formatted(first));
    }
    if ((verb == Verb.MOVE || verb == Verb.HAVE) && place.isEmpty()) {
      throw wrong("'%s' lacks a place: > table".formatted(first));
    }
    if (verb == Verb.NEAR && other.isEmpty()) {
      throw wrong("'near' lacks a second thing: near mug near bowl");
    }
    return new Act(verb, amount, things, other, place);
  }

  private Query query() {
    Asked asked = constant(Asked.class, next());
    return switch (asked) {
      case HELD -> new Query(asked, Optional.empty(), Optional.empty());
      case OPEN -> new Query(asked, Optional.empty(), Optional.of(place()));
      default -> new Query(asked, Optional.of(things()), Optional.empty());
    };
  }

  private Test test() {
    boolean negated = "not".equals(words.peek());
    if (negated) {
      words.remove();
    }
    Check check = constant(Check.class, next());
    return switch (check) {
      case OPEN, CLOSED -> new Test(check, negated, 1, Optional.empty(), Optional.of(place()));
      case FREE -> new Test(check, negated, 1, Optional.empty(), Optional.empty());
      case MIN -> {
        int count = number(next());
        yield new Test(check, negated, count, Optional.of(things()), Optional.empty());
      }
      default -> new Test(check, negated, 1, Optional.of(things()), Optional.empty());
    };
  }

  private Amount amount() {
    String word = words.isEmpty() ? "" : words.element();
    if (word.equals("all") || word.equals("each")) {
      words.remove();
      return new Amount(Amount.ALL, word.equals("each"));
    }
    if (!word.matches("[1-9]")) {
      return Amount.ONE;
    }
    words.remove();
    boolean different = "different".equals(words.peek());
    if (different) {
      words.remove();
    }
    return new Amount(number(word), different);
  }

  private Things things() {
    Reference reference = Reference.NAMED;
    String first = words.isEmpty() ? "" : words.element();
    if (first.equals("it")) {
      words.remove();
      return new Things(
          Reference.IT,
          Optional.empty(),
          Set.of(),
          Set.of(),
          List.of(),
          false,
          Optional.empty(),
          false);
    }
    if (first.equals("same")) {
      words.remove();
      reference = Reference.SAME;
      first = words.isEmpty() ? "" : words.element();
    }
    boolean described = first.equals("any") || first.equals("the");
    if (described) {
      words.remove();
      if (reference == Reference.NAMED) {
        reference = first.equals("any") ? Reference.ANY : Reference.THE;
      }
    }
    String noun = phrase();
    Set<String> required = new HashSet<>();
    Set<String> forbidden = new HashSet<>();
    List<String> except = new ArrayList<>();
    boolean differs = false;
    if (described && !noun.equals("thing") && !noun.isEmpty()) {
      required.add(noun);
    }
    while (!words.isEmpty() && Set.of("+", "-", "!").contains(words.element())) {
      String sign = words.remove();
      String what = phrase();
      switch (sign) {
        case "+" -> required.add(what);
        case "-" -> forbidden.add(what);
        default -> {
          differs |= what.equals("same");
          if (!what.equals("same")) {
            except.add(what);
          }
        }
      }
    }
    Optional<PlaceWords> at = Optional.empty();
    boolean notAt = false;
    if ("@".equals(words.peek())) {
      words.remove();
      notAt = "!".equals(words.peek());
      if (notAt) {
        words.remove();
      }
      at = Optional.of(place());
    }
    return new Things(
        reference,
        described || noun.isEmpty() ? Optional.empty() : Optional.of(noun),
        required,
        forbidden,
        except,
        differs,
        at,
        notAt);
  }

  private PlaceWords place() {
    String first = words.isEmpty() ? "" : words.element();
    boolean any = first.equals("any");
    if (any || first.equals("the")) {
      words.remove();
    }
    // A sign that begins a place's name belongs to it: "near counter".
    String name =
        "near".equals(words.peek()) ? (words.remove() + " " + phrase()).strip() : phrase();
    if (name.isEmpty()) {
      throw wrong("a place is missing");
    }
    Set<String> required = new HashSet<>();
    Set<String> forbidden = new HashSet<>();
    if (any && !name.equals("thing")) {
      required.add(name);
    }
    while (!words.isEmpty() && Set.of("+", "-").contains(words.element())) {
      (words.remove().equals("+") ? required : forbidden).add(phrase());
    }
    return new PlaceWords(any ? "" : name, required, forbidden, any);
  }

  /** Words up to the next sign. */
  private String phrase() {
    List<String> phrase = new ArrayList<>();
    while (!words.isEmpty() && !SIGNS.contains(words.element())) {
      phrase.add(words.remove());
    }
    return String.join(" ", phrase);
  }

  private String next() {
    if (words.isEmpty()) {
      throw wrong("it is cut off");
    }
    return words.remove();
  }

  private int number(String word) {
    if (!word.matches("[1-9]")) {
      throw wrong("'%s' is no number from 1 to 9".formatted(word));
    }
    return word.charAt(0) - '0';
  }

  private <E extends Enum<E>> E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw wrong("'%s' is none of the words it may begin with".formatted(word));
  }

  private InvalidInputException wrong(String why) {
    return new InvalidInputException("Line '%s' is no statement: %s".formatted(line, why));
  }
}
