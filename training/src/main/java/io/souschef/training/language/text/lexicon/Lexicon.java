package io.souschef.training.language.text.lexicon;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Attributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nouns and places that slots are filled with. Immutable. */
public final class Lexicon {

  private static final Set<String> NOUN_ATTRIBUTES = Set.copyOf(Attributes.OF_THINGS);
  private static final Set<String> SPOT_ATTRIBUTES = Set.copyOf(Attributes.OF_PLACES);

  private final Map<String, Noun> nouns;
  private final Map<String, Spot> spots;

  private Lexicon(Map<String, Noun> nouns, Map<String, Spot> spots) {
    this.nouns = nouns;
    this.spots = spots;
  }

  /**
   * Reads the tables of objects, places and aliases, each in two files: {@code objects.tsv} and
   * {@code objects_more.tsv}.
   *
   * @throws InvalidInputException naming file, line and value when one is malformed
   */
  public static Lexicon read(Path folder) {
    Map<String, List<String>> aliases = new HashMap<>();
    for (TextLine line : lines(folder, "aliases")) {
      aliases
          .computeIfAbsent(line.field(0), name -> new ArrayList<>())
          .addAll(List.of(line.field(1).split("\\s*,\\s*")));
    }
    Map<String, Noun> nouns = new LinkedHashMap<>();
    for (TextLine line : lines(folder, "objects")) {
      String name = line.field(0);
      Noun noun =
          new Noun(
              name,
              line.field(1),
              attributes(line, NOUN_ATTRIBUTES),
              aliases.getOrDefault(name, List.of()));
      if (nouns.put(name, noun) != null) {
        throw line.error("object '%s' stands here twice; keep one".formatted(name));
      }
    }
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (TextLine line : lines(folder, "places")) {
      String name = line.field(0);
      if (!Set.of("on", "in", "at").contains(line.field(1))) {
        throw line.error("preposition '%s' is none of on, in, at".formatted(line.field(1)));
      }
      Spot spot =
          new Spot(
              name,
              line.field(1),
              attributes(line, SPOT_ATTRIBUTES),
              aliases.getOrDefault(name, List.of()));
      if (spots.put(name, spot) != null) {
        throw line.error("place '%s' stands here twice; keep one".formatted(name));
      }
    }
    return new Lexicon(nouns, spots);
  }

  /** The lines of a table and of the one that goes on with it. */
  private static List<TextLine> lines(Path folder, String name) {
    List<TextLine> lines = new ArrayList<>();
    lines.addAll(TextLine.readIfPresent(folder.resolve(name + ".tsv")));
    lines.addAll(TextLine.readIfPresent(folder.resolve(name + "_more.tsv")));
    return lines;
  }

  /** Only the words that pass. */
  public Lexicon keep(Predicate<Entry> filter) {
    return new Lexicon(kept(nouns, filter), kept(spots, filter));
  }

  /** With one place more. */
  public Lexicon with(Spot spot) {
    Map<String, Spot> more = new LinkedHashMap<>(spots);
    more.put(spot.name(), spot);
    return new Lexicon(nouns, more);
  }

  public List<Noun> nouns() {
    return List.copyOf(nouns.values());
  }

  public List<Spot> spots() {
    return List.copyOf(spots.values());
  }

  public Stream<Noun> nouns(Constraint constraint) {
    return nouns.values().stream().filter(noun -> constraint.admits(noun.attributes()));
  }

  public Stream<Spot> spots(Constraint constraint) {
    return spots.values().stream().filter(spot -> constraint.admits(spot.attributes()));
  }

  public Optional<Noun> noun(String name) {
    return Optional.ofNullable(nouns.get(name));
  }

  public Optional<Spot> spot(String name) {
    return Optional.ofNullable(spots.get(name));
  }

  /** Whether a constraint may name this attribute, of an object or of a place. */
  public static boolean isAttribute(String word, boolean ofPlace) {
    return (ofPlace ? SPOT_ATTRIBUTES : NOUN_ATTRIBUTES).contains(word);
  }

  private static Set<String> attributes(TextLine line, Set<String> known) {
    Set<String> attributes = words(line.field(2));
    for (String attribute : attributes) {
      if (!known.contains(attribute)) {
        throw line.error(
            "attribute '%s' is not in the list of training/text/README.md".formatted(attribute));
      }
    }
    return attributes;
  }

  private static Set<String> words(String text) {
    return Stream.of(text.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Entry> Map<String, E> kept(
      Map<String, E> entries, Predicate<Entry> filter) {
    Map<String, E> kept = new LinkedHashMap<>(entries);
    kept.values().removeIf(filter.negate());
    return kept;
  }
}
