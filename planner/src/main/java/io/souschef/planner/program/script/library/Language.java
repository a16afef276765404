package io.souschef.planner.program.script.library;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.script.library.Signature.Count;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions that every program may call. The checker, the interpreter and the grammar read it.
 */
public final class Language {

  /** What programs call verbs, with "put" for {@link Verb#MOVE}. */
  public static final Map<String, Verb> VERBS = verbs();

  /** What is done. */
  public static final Map<String, Signature> ACTS =
      VERBS.entrySet().stream()
          .collect(toUnmodifiableMap(Map.Entry::getKey, e -> act(e.getKey(), e.getValue())));

  /** Which things and places are meant. */
  public static final Map<String, Signature> SELECTIONS =
      byName(
          Signature.of("one", Kind.THINGS).and(Takes.THING_WORD, Count.ONCE_OR_NOT),
          Signature.of("any", Kind.THINGS).and(Takes.THING_WORD, Count.ONCE_OR_NOT),
          Signature.of("the", Kind.THINGS).and(Takes.THING_WORD, Count.ONCE_OR_NOT),
          Signature.of("same", Kind.THINGS).and(Takes.THINGS, Count.ONCE_OR_NOT),
          Signature.of("held", Kind.THINGS),
          Signature.of("all", Kind.THINGS, Takes.THINGS),
          Signature.of("each", Kind.THINGS, Takes.THINGS),
          Signature.of("some", Kind.THINGS, Takes.NUMBER, Takes.THINGS),
          Signature.of("different", Kind.THINGS, Takes.NUMBER, Takes.THINGS),
          Signature.of("place", Kind.PLACE).and(Takes.PLACE_WORD, Count.ANY_NUMBER),
          Signature.of("spot", Kind.PLACE, Takes.PLACE_WORD));

  /** What is so. */
  public static final Map<String, Signature> QUERIES =
      byName(
          Signature.of("exists", Kind.TRUTH, Takes.THINGS),
          Signature.of("count", Kind.NUMBER, Takes.THINGS),
          Signature.of("list", Kind.LIST, Takes.THINGS),
          Signature.of("where", Kind.TEXT, Takes.THINGS),
          Signature.of("holding", Kind.TRUTH, Takes.THINGS),
          Signature.of("handFree", Kind.TRUTH),
          Signature.of("isOpen", Kind.TRUTH, Takes.PLACE),
          Signature.of("isClosed", Kind.TRUTH, Takes.PLACE));

  /** What is said. */
  public static final Map<String, Signature> WORDS =
      byName(
          Signature.of("tell", Kind.NOTHING, Takes.ANYTHING),
          Signature.of("ask", Kind.TEXT, Takes.TEXT).and(Takes.OPTIONS, Count.ANY_NUMBER),
          Signature.of("refuse", Kind.NOTHING, Takes.TEXT),
          Signature.of("nothing", Kind.NOTHING),
          Signature.of("chat", Kind.NOTHING),
          Signature.of("stop", Kind.NOTHING));

  /** What may follow things with a dot; "from", "in" and "on" are "at". */
  public static final Map<String, Signature> THING_LINKS =
      byName(
          Signature.of("with", Kind.THINGS, Takes.THING_WORD),
          Signature.of("without", Kind.THINGS, Takes.THING_WORD),
          Signature.of("not", Kind.THINGS, Takes.THING_WORD)
              .and(Takes.THING_WORD, Count.ANY_NUMBER),
          Signature.of("other", Kind.THINGS),
          Signature.of("at", Kind.THINGS, Takes.PLACE),
          Signature.of("from", Kind.THINGS, Takes.PLACE),
          Signature.of("in", Kind.THINGS, Takes.PLACE),
          Signature.of("on", Kind.THINGS, Takes.PLACE),
          Signature.of("notAt", Kind.THINGS, Takes.PLACE));

  /** What may follow a place with a dot. */
  public static final Map<String, Signature> PLACE_LINKS =
      byName(
          Signature.of("with", Kind.PLACE, Takes.PLACE_WORD),
          Signature.of("without", Kind.PLACE, Takes.PLACE_WORD));

  private static final Map<String, Signature> ALL = all();

  private Language() {}

  /** The function of this name. */
  public static Optional<Signature> function(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** All names of functions. */
  public static Iterable<String> names() {
    return ALL.keySet();
  }

  private static Map<String, Verb> verbs() {
    Map<String, Verb> verbs = new HashMap<>();
    for (Verb verb : Verb.values()) {
      verbs.put(verb.word(), verb);
    }
    verbs.put("put", Verb.MOVE);
    return Map.copyOf(verbs);
  }

  private static Signature act(String name, Verb verb) {
    return switch (verb) {
      case MOVE, HAVE -> Signature.of(name, Kind.NOTHING, Takes.THINGS, Takes.PLACE);
      case NEAR -> Signature.of(name, Kind.NOTHING, Takes.THINGS, Takes.THINGS);
      case VISIT, OPEN, CLOSE, WIPE -> Signature.of(name, Kind.NOTHING, Takes.PLACE);
      case RELEASE -> Signature.of(name, Kind.NOTHING).and(Takes.THINGS, Count.ONCE_OR_NOT);
      case BRING, DISCARD, RECYCLE, COMPOST, PICK, FIND, UPRIGHT, KNOCK ->
          Signature.of(name, Kind.NOTHING, Takes.THINGS);
    };
  }

  private static Map<String, Signature> byName(Signature... signatures) {
    return Arrays.stream(signatures).collect(toUnmodifiableMap(Signature::name, identity()));
  }

  private static Map<String, Signature> all() {
    Map<String, Signature> all = new HashMap<>();
    Stream.of(ACTS, SELECTIONS, QUERIES, WORDS).forEach(all::putAll);
    return Map.copyOf(all);
  }
}
