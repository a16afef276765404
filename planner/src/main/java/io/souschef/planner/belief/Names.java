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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What words mean to a robot: which of its kinds and places somebody may have in mind. Exact names
 * and aliases come first, then names that end alike ("chips"), other words for the same thing
 * ("couch"), names that begin alike ("milk"), then what is true of a kind ("fruit"), and at last
 * names that differ by a slip of the fingers. What is true of a kind is what its kitchen says and
 * what is commonly known. Immutable.
 */
public final class Names {

  private static final CommonWords COMMON = CommonWords.standard();

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
    return all(vocabulary.kinds(), kind -> isTrue(kind, attribute)).stream()
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
        () -> all(kinds, kind -> isTrue(kind, noun)),
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
    if (words.length < 2 || vocabulary.kinds().stream().noneMatch(kind -> isTrue(kind, last))) {
      return List.of();
    }
    Set<String> known = new LinkedHashSet<>();
    for (String word : words) {
      if (vocabulary.kinds().stream().anyMatch(kind -> isTrue(kind, word))) {
        known.add(word);
      }
    }
    return described(known);
  }

  private static boolean isTrue(Kind kind, String attribute) {
    return kind.attributes().contains(attribute)
        || COMMON.attributes(kind.noun()).contains(attribute);
  }

  private static boolean isTrue(Place place, String attribute) {
    return place.attributes().contains(attribute)
        || COMMON.attributes(place.name()).contains(attribute);
  }

  /** Entries of another name for the same. */
  private static <E> List<E> otherwise(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    Set<String> others =
        COMMON.others(name).stream().map(CommonWords::key).collect(Collectors.toSet());
    return all(entries, e -> namesOf.apply(e).anyMatch(n -> others.contains(CommonWords.key(n))));
  }

  /**
   * Names that a model may use for what is here, beside those that the kitchen gives: other words
   * and other spellings.
   */
  public Set<String> alsoCalled() {
    Set<String> names = new LinkedHashSet<>();
    vocabulary.kinds().stream()
        .flatMap(Names::namesOf)
        .forEach(name -> names.addAll(COMMON.others(name)));
    return names;
  }

  /** What else a kind or a place is called, by its own kitchen and commonly. */
  public Stream<String> alsoCalled(String name) {
    return Stream.concat(
            vocabulary.kind(name).stream().flatMap(Names::namesOf),
            vocabulary.place(name).stream().flatMap(Names::namesOf))
        .flatMap(other -> Stream.concat(Stream.of(other), COMMON.others(other).stream()));
  }

  /** Whether something is true of the kind or the place of this name. */
  public boolean isTrue(String name, String attribute) {
    return vocabulary.kind(name).filter(kind -> isTrue(kind, attribute)).isPresent()
        || vocabulary.place(name).filter(place -> isTrue(place, attribute)).isPresent();
  }

  /** The same for places. */
  public Set<String> placesAlsoCalled() {
    Set<String> names = new LinkedHashSet<>();
    vocabulary.places().stream()
        .flatMap(Names::namesOf)
        .forEach(name -> names.addAll(COMMON.others(name)));
    return names;
  }

  private boolean fits(Kind kind, Set<String> required) {
    return required.stream()
        .allMatch(
            word -> isTrue(kind, word) || byName(word, List.of(kind), Names::namesOf).size() == 1);
  }

  /** Places that a name or a description may mean, in the order of the vocabulary. */
  public List<String> places(PlaceWords words) {
    List<Place> places = vocabulary.places();
    if (words.isAny()) {
      return all(
              places,
              place ->
                  words.required().stream().allMatch(word -> isTrue(place, word))
                      && words.forbidden().stream().noneMatch(word -> isTrue(place, word)))
          .stream()
          .map(Place::name)
          .toList();
    }
    if (words.name().equals("user")) {
      return person().stream().toList();
    }
    return first(
            byName(words.name(), places, Names::namesOf),
            () -> all(places, place -> isTrue(place, words.name())),
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
    return all(vocabulary.places(), place -> isTrue(place, attribute)).stream()
        .map(Place::name)
        .toList();
  }

  /** Bins of a sort: "trash"; where none is of that sort, every bin. */
  public List<String> bins(String sort) {
    List<String> bins = placesWith(sort);
    return bins.isEmpty()
        ? all(vocabulary.places(), place -> place.kind() == Place.Kind.BIN).stream()
            .map(Place::name)
            .toList()
        : bins;
  }

  private static Stream<String> namesOf(Kind kind) {
    return Stream.concat(Stream.of(kind.noun(), kind.plural()), kind.aliases().stream());
  }

  private static Stream<String> namesOf(Place place) {
    return Stream.concat(Stream.of(place.name()), place.aliases().stream());
  }

  /** Entries of this name; where there is none, of a name that ends with it ("chips"). */
  private static <E> List<E> called(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    String wanted = CommonWords.key(name);
    if (wanted.isEmpty()) {
      return List.of();
    }
    String phrase = spaced(name);
    return first(
        all(entries, e -> namesOf.apply(e).anyMatch(n -> CommonWords.key(n).equals(wanted))),
        () -> all(entries, e -> namesOf.apply(e).anyMatch(n -> spaced(n).endsWith(phrase))));
  }

  /**
   * Entries whose name the said one ends with ("my good mug"), since what a compound is its last
   * word says; then those that begin alike.
   */
  private static <E> List<E> alike(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    String phrase = spaced(name);
    if (phrase.isBlank()) {
      return List.of();
    }
    return first(
        all(entries, e -> namesOf.apply(e).anyMatch(n -> phrase.endsWith(spaced(n)))),
        () ->
            all(
                entries,
                e ->
                    namesOf
                        .apply(e)
                        .map(Names::spaced)
                        .anyMatch(n -> n.startsWith(phrase) || phrase.startsWith(n))));
  }

  private static <E> List<E> byName(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    return first(
        called(name, entries, namesOf),
        () -> otherwise(name, entries, namesOf),
        () -> alike(name, entries, namesOf));
  }

  private static <E> List<E> slipped(
      String name, List<E> entries, Function<E, Stream<String>> namesOf) {
    String wanted = CommonWords.key(name);
    int most = wanted.length() < 4 ? 0 : wanted.length() < 7 ? 1 : 2;
    return all(
        entries, e -> namesOf.apply(e).anyMatch(n -> distance(CommonWords.key(n), wanted) <= most));
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
