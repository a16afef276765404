package io.souschef.planner.belief;

import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Things;
import io.souschef.skills.world.Attributes;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import io.souschef.skills.world.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What words mean to a robot: which of its kinds and places somebody may have in mind. Exact names
 * and aliases come first, then names that end or begin alike ("chips", "milk"), then what is true
 * of a kind ("fruit"), and at last names that differ by a slip of the fingers. Immutable.
 */
public final class Names {

  private final Vocabulary vocabulary;

  public Names(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Kinds that a name or a description may mean, in the order of the vocabulary. */
  public List<String> kinds(Things things) {
    List<Kind> fitting =
        things.noun().map(this::named).orElseGet(() -> described(things.required()));
    Set<String> excepted = new LinkedHashSet<>();
    things.except().forEach(name -> named(name).forEach(kind -> excepted.add(kind.noun())));
    return fitting.stream()
        .filter(kind -> things.noun().isEmpty() || fits(kind, things.required()))
        .filter(kind -> things.forbidden().stream().noneMatch(word -> fits(kind, Set.of(word))))
        .map(Kind::noun)
        .filter(noun -> !excepted.contains(noun))
        .toList();
  }

  /** Kinds that a bare noun may mean. */
  public List<String> kinds(String noun) {
    return named(noun).stream().map(Kind::noun).toList();
  }

  /** Kinds that are a sort of this, such as a mug of "cup"; a colour makes no sort. */
  public List<String> kindsWith(String attribute) {
    if (Attributes.COLOURS.contains(attribute)) {
      return List.of();
    }
    return all(vocabulary.kinds(), kind -> kind.attributes().contains(attribute)).stream()
        .map(Kind::noun)
        .toList();
  }

  /** Whether a word is the name of a kind, or a part of one. */
  public boolean isName(String noun) {
    return !byName(noun, vocabulary.kinds(), Names::namesOf).isEmpty();
  }

  private List<Kind> named(String noun) {
    List<Kind> kinds = vocabulary.kinds();
    return first(
        byName(noun, kinds, Names::namesOf),
        () -> all(kinds, kind -> kind.attributes().contains(noun)),
        () -> ofWords(noun),
        () -> slipped(noun, kinds, Names::namesOf));
  }

  private List<Kind> described(Set<String> required) {
    return all(vocabulary.kinds(), kind -> fits(kind, required));
  }

  /** "flavored drink": what the last word says, as far as the words before it are known here. */
  private List<Kind> ofWords(String noun) {
    String[] words = noun.split(" ");
    String last = words[words.length - 1];
    if (words.length < 2
        || vocabulary.kinds().stream().noneMatch(k -> k.attributes().contains(last))) {
      return List.of();
    }
    Set<String> known = new LinkedHashSet<>();
    for (String word : words) {
      if (vocabulary.kinds().stream().anyMatch(kind -> kind.attributes().contains(word))) {
        known.add(word);
      }
    }
    return described(known);
  }

  private boolean fits(Kind kind, Set<String> required) {
    return required.stream()
        .allMatch(
            word ->
                kind.attributes().contains(word)
                    || byName(word, List.of(kind), Names::namesOf).size() == 1);
  }

  /** Places that a name or a description may mean, in the order of the vocabulary. */
  public List<String> places(PlaceWords words) {
    List<Place> places = vocabulary.places();
    if (words.isAny()) {
      return all(
              places,
              place ->
                  place.attributes().containsAll(words.required())
                      && words.forbidden().stream().noneMatch(place.attributes()::contains))
          .stream()
          .map(Place::name)
          .toList();
    }
    if (words.name().equals("user")) {
      return person().stream().toList();
    }
    return first(
            byName(words.name(), places, Names::namesOf),
            () -> all(places, place -> place.attributes().contains(words.name())),
            () -> slipped(words.name(), places, Names::namesOf))
        .stream()
        .map(Place::name)
        .toList();
  }

  /** The place beside the person. */
  public Optional<String> person() {
    return vocabulary.places().stream()
        .filter(place -> place.kind() == Place.Kind.PERSON)
        .map(Place::name)
        .findFirst();
  }

  /** Places with an attribute: "recycling". */
  public List<String> placesWith(String attribute) {
    return all(vocabulary.places(), place -> place.attributes().contains(attribute)).stream()
        .map(Place::name)
        .toList();
  }

  private static Stream<String> namesOf(Kind kind) {
    return Stream.concat(Stream.of(kind.noun(), kind.plural()), kind.aliases().stream());
  }

  private static Stream<String> namesOf(Place place) {
    return Stream.concat(Stream.of(place.name()), place.aliases().stream());
  }

  /** Entries of this name; where there is none, of a name that begins or ends with it. */
  private static <E> List<E> byName(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    String wanted = key(name);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<E> exact = all(entries, e -> namesOf.apply(e).anyMatch(n -> key(n).equals(wanted)));
    if (!exact.isEmpty()) {
      return exact;
    }
    String phrase = spaced(name);
    List<E> head = all(entries, e -> namesOf.apply(e).anyMatch(n -> spaced(n).endsWith(phrase)));
    if (!head.isEmpty()) {
      return head;
    }
    return all(
        entries,
        e ->
            namesOf
                .apply(e)
                .map(Names::spaced)
                .anyMatch(n -> n.startsWith(phrase) || phrase.endsWith(n) || phrase.startsWith(n)));
  }

  private static <E> List<E> slipped(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    String wanted = key(name);
    int most = wanted.length() < 4 ? 0 : wanted.length() < 7 ? 1 : 2;
    return all(entries, e -> namesOf.apply(e).anyMatch(n -> distance(key(n), wanted) <= most));
  }

  /** Letters and digits alone, in lower case. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Words between blanks, one before and one behind. */
  private static String spaced(String name) {
    return " " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + swap);
      }
      before = now;
    }
    return before[b.length()];
  }

  private static <E> List<E> all(List<E> entries, Predicate<E> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  @SafeVarargs
  private static <E> List<E> first(
      List<E> found, java.util.function.Supplier<List<E>>... otherwise) {
    List<E> result = new ArrayList<>(found);
    for (var next : otherwise) {
      if (!result.isEmpty()) {
        break;
      }
      result.addAll(next.get());
    }
    return result;
  }
}
