package io.souschef.app.kitchen;

import io.souschef.skills.file.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many things are: nouns with their attributes, as the language model learns them. */
final class Lexicon {

  private static final List<String> FILES = List.of("objects.tsv", "objects_more.tsv");
  private static final int COLUMNS = 3;

  private Lexicon() {}

  /** Noun to attributes, in the order of the files. */
  static Map<String, Set<String>> things() {
    Map<String, Set<String>> things = new LinkedHashMap<>();
    FILES.forEach(
        file ->
            text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .filter(columns -> columns.length == COLUMNS)
                .forEach(columns -> things.put(columns[0], Set.of(columns[2].split(" ")))));
    return things;
  }

  private static String text(String file) {
    return Resource.text(Lexicon.class, file);
  }
}
