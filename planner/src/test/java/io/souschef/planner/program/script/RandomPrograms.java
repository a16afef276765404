package io.souschef.planner.program.script;

import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Amount;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Query.Asked;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Test.Check;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import io.souschef.planner.program.script.library.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Programs of every shape that the shorthand can have, by chance. */
final class RandomPrograms {

  private static final Words WORDS = Words.of(TestKitchen.VOCABULARY);

  private final RandomGenerator random;

  RandomPrograms(RandomGenerator random) {
    this.random = random;
  }

  Program next() {
    return new Program(statements(3));
  }

  private List<Statement> statements(int depth) {
    List<Statement> statements = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      statements.add(statement(depth));
    }
    return statements;
  }

  private Statement statement(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 7)) {
      case 0 -> new Reply(pick(List.of(Reply.Manner.values())));
      case 1, 2 -> query();
      case 7 ->
          new Branch(
              test(),
              statements(depth - 1),
              random.nextBoolean() ? statements(depth - 1) : List.of());
      default -> act();
    };
  }

  private Act act() {
    Verb verb = pick(List.of(Verb.values()));
    boolean aboutPlace = Set.of(Verb.VISIT, Verb.OPEN, Verb.CLOSE, Verb.WIPE).contains(verb);
    if (aboutPlace || (verb == Verb.RELEASE && random.nextBoolean())) {
      return new Act(
          verb,
          Amount.ONE,
          Optional.empty(),
          Optional.empty(),
          aboutPlace ? Optional.of(place()) : Optional.empty());
    }
    return new Act(
        verb,
        amount(),
        Optional.of(things()),
        verb == Verb.NEAR ? Optional.of(things()) : Optional.empty(),
        verb == Verb.MOVE || verb == Verb.HAVE ? Optional.of(place()) : Optional.empty());
  }

  private Amount amount() {
    return switch (random.nextInt(5)) {
      case 0 -> new Amount(Amount.ALL, random.nextBoolean());
      case 1 -> new Amount(1 + random.nextInt(9), random.nextBoolean());
      default -> Amount.ONE;
    };
  }

  private Query query() {
    Asked asked = pick(List.of(Asked.values()));
    return new Query(
        asked,
        asked == Asked.HELD || asked == Asked.OPEN ? Optional.empty() : Optional.of(things()),
        asked == Asked.OPEN ? Optional.of(place()) : Optional.empty());
  }

  private Test test() {
    Check check = pick(List.of(Check.values()));
    boolean aboutThings = Set.of(Check.EXISTS, Check.MIN, Check.HOLDS).contains(check);
    boolean aboutPlace = check == Check.OPEN || check == Check.CLOSED;
    return new Test(
        check,
        random.nextBoolean(),
        check == Check.MIN ? 1 + random.nextInt(9) : 1,
        aboutThings ? Optional.of(things()) : Optional.empty(),
        aboutPlace ? Optional.of(place()) : Optional.empty());
  }

  private Things things() {
    Reference reference = pick(List.of(Reference.values()));
    boolean isIt = reference == Reference.IT;
    boolean hasNoun =
        reference == Reference.NAMED
            ? random.nextInt(9) > 0
            : reference == Reference.SAME && random.nextBoolean();
    Set<String> required = isIt ? Set.of() : words(WORDS.attributes(), 3);
    if (!isIt && reference != Reference.NAMED && random.nextInt(4) == 0) {
      required = new HashSet<>(required);
      required.add(pick(WORDS.things()));
    }
    Optional<PlaceWords> at =
        !isIt && random.nextBoolean() ? Optional.of(place()) : Optional.empty();
    return new Things(
        reference,
        hasNoun ? Optional.of(pick(WORDS.things())) : Optional.empty(),
        required,
        isIt ? Set.of() : words(WORDS.attributes(), 2),
        isIt ? List.of() : List.copyOf(words(WORDS.things(), 3)),
        !isIt && random.nextInt(4) == 0,
        at,
        at.isPresent() && random.nextBoolean());
  }

  private PlaceWords place() {
    boolean isAny = random.nextInt(3) == 0;
    return new PlaceWords(
        isAny ? "" : pick(WORDS.places()),
        words(WORDS.placeAttributes(), 2),
        words(WORDS.placeAttributes(), 2),
        isAny);
  }

  private Set<String> words(Collection<String> from, int most) {
    Set<String> words = new HashSet<>();
    int count = random.nextInt(most + 1) * random.nextInt(2);
    for (int i = 0; i < count; i++) {
      words.add(pick(from));
    }
    return words;
  }

  private <T> T pick(Collection<T> from) {
    return List.copyOf(from).get(random.nextInt(from.size()));
  }
}
