package io.souschef.planner.belief;

import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Things;
import io.souschef.skills.world.Attributes;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import io.souschef.skills.world.Vocabulary.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    return !kindsCalled().by(noun).isEmpty();
  }

  private List<Kind> named(String noun) {
    List<Kind> kinds = vocabulary.kinds();
    return Called.first(
        kindsCalled().by(noun),
        () -> all(kinds, kind -> isTrue(kind, noun)),
        () -> ofWords(noun),
        () -> kindsCalled().slipped(noun));
  }

  private Called<Kind> kindsCalled() {
    return new Called<>(vocabulary.kinds(), Names::namesOf);
  }

  private Called<Place> placesCalled() {
    return new Called<>(vocabulary.places(), Names::namesOf);
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
            word ->
                isTrue(kind, word)
                    || new Called<>(List.of(kind), Names::namesOf).by(word).size() == 1);
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
    return Called.first(
            placesCalled().by(words.name()),
            () -> all(places, place -> isTrue(place, words.name())),
            () -> placesCalled().slipped(words.name()))
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

  private static <E> List<E> all(List<E> entries, Predicate<E> wanted) {
    return entries.stream().filter(wanted).toList();
  }
}
