package io.souschef.planner.belief;

import io.souschef.skills.file.Resource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What words of households mean beside each other: that a sofa is also called couch, and that a
 * sweater is clothing. A kitchen of somebody's own says little of that, and its robot knows it all
 * the same. The tables are those from which the language model learned its nouns
 * (training/text/README.md). Immutable.
 */
public final class CommonWords {

  private static final List<String> NAMED =
      List.of("objects.tsv", "objects_more.tsv", "places.tsv", "places_more.tsv");

  private static final List<String> OTHERWISE = List.of("aliases.tsv", "aliases_more.tsv");

  private final Map<String, Set<String>> others = new HashMap<>();
  private final Map<String, Set<String>> attributes = new HashMap<>();

  private CommonWords() {
    for (String table : NAMED) {
      for (String[] fields : lines(table)) {
        attributes
            .computeIfAbsent(Spelling.key(fields[0]), k -> new TreeSet<>())
            .addAll(List.of(fields[fields.length - 1].split(" ")));
        if (table.startsWith("objects")) {
          put(fields[0], fields[1]);
        } else {
          put(fields[0], fields[0]);
        }
      }
    }
    for (String table : OTHERWISE) {
      for (String[] fields : lines(table)) {
        put(fields[0], fields[0]);
        for (String alias : fields[1].split(",")) {
          put(fields[0], alias.strip());
        }
      }
    }
  }

  private static final class Standard {
    private static final CommonWords WORDS = new CommonWords();
  }

  /** The words that come with the planner; read when first asked for. */
  public static CommonWords standard() {
    return Standard.WORDS;
  }

  /** Two names of one thing: each leads to the other, and to all that share the first. */
  private void put(String name, String other) {
    others.computeIfAbsent(Spelling.key(name), k -> new LinkedHashSet<>()).add(other);
    others.computeIfAbsent(Spelling.key(other), k -> new LinkedHashSet<>()).add(name);
  }

  /** Other names of what has this name, and other spellings of it; not the name itself. */
  public Set<String> others(String name) {
    Set<String> found = new LinkedHashSet<>();
    for (String first : others.getOrDefault(Spelling.key(name), Set.of())) {
      found.add(first);
      found.addAll(others.getOrDefault(Spelling.key(first), Set.of()));
    }
    found.remove(name);
    return found;
  }

  /** What is true of what has this name, as far as that is common knowledge. */
  public Set<String> attributes(String name) {
    Set<String> known = attributes.get(Spelling.key(name));
    if (known != null) {
      return known;
    }
    Set<String> found = new TreeSet<>();
    for (String first : others.getOrDefault(Spelling.key(name), Set.of())) {
      found.addAll(attributes.getOrDefault(Spelling.key(first), Set.of()));
    }
    return found;
  }

  private static List<String[]> lines(String table) {
    try (InputStream in = Resource.open(CommonWords.class, "words/" + table)) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .filter(fields -> fields.length > 1)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(table + " in the jar cannot be read", e);
    }
  }
}
