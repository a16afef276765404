package io.souschef.app.bench.scale;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A home of any size, as its owner would write it: a hall with tables in rows, kinds of things with
 * names of their own, and things on the tables.
 *
 * @param tables how many, 1 to 60
 * @param kinds how many kinds of things, 1 to 400
 * @param things how many things, at most twelve to a table
 */
public record BigHome(int tables, int kinds, int things) {

  private static final double PITCH_M = 2.2;
  private static final int TO_A_TABLE = 12;

  private static final List<String> WOODS =
      List.of(
          "oak", "pine", "ash", "elm", "birch", "beech", "cedar", "maple", "walnut", "cherry",
          "teak", "alder", "larch", "willow", "poplar", "fir", "yew", "spruce", "hazel", "olive");
  private static final List<String> TABLES = List.of("table", "stand", "bench");
  private static final List<String> LOOKS =
      List.of(
          "plain",
          "striped",
          "dotted",
          "shiny",
          "dull",
          "smooth",
          "rough",
          "painted",
          "carved",
          "gilded",
          "old",
          "new",
          "tiny",
          "slim",
          "waxed",
          "dyed",
          "woven",
          "framed",
          "sealed",
          "labelled");
  private static final List<String> NOUNS =
      List.of(
          "mug",
          "jar",
          "tin",
          "box",
          "vase",
          "cube",
          "bowl",
          "flask",
          "candle",
          "figurine",
          "lamp",
          "pot",
          "cup",
          "bell",
          "globe",
          "dice",
          "spool",
          "brush",
          "clock",
          "token");

  public BigHome {
    if (tables < 1 || tables > WOODS.size() * TABLES.size() || kinds < 1 || kinds > maxKinds()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "No home has %d tables and %d kinds", tables, kinds));
    }
    if (things < 0 || things > TO_A_TABLE * tables) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d things find no room on %d tables", things, tables));
    }
  }

  private static int maxKinds() {
    return LOOKS.size() * NOUNS.size();
  }

  /** The name of a table, counted from nought. */
  public static String table(int index) {
    return WOODS.get(index % WOODS.size()) + " " + TABLES.get(index / WOODS.size());
  }

  /** The noun of a kind, counted from nought. */
  public static String noun(int index) {
    return LOOKS.get(index / NOUNS.size()) + " " + NOUNS.get(index % NOUNS.size());
  }

  /** Its file. */
  public String yaml() {
    int columns = (int) Math.ceil(Math.sqrt(tables));
    int rows = (tables + columns - 1) / columns;
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        format(
            "name: hall\nroom: {length: %.1f, width: %.1f, wall_height: 2.6}\nfurniture:\n",
            columns * PITCH_M + 1.6, rows * PITCH_M + 1.6));
    yaml.append(
        "  - {name: user, type: person, at: [0.5, 0.5], facing: east, size: [0.4, 0.4, 1.7], color:"
            + " \"#c98a7a\"}\n");
    for (int i = 0; i < tables; i++) {
      int column = i % columns;
      int row = i / columns;
      yaml.append(
          format(
              "  - {name: %s, type: table, at: [%.2f, %.2f], facing: south, size: [0.6, 1.2, 0.75],"
                  + " color: \"#9c6b43\"}\n",
              table(i),
              1.6 + PITCH_M * column + PITCH_M / 2 - 0.6,
              1.6 + PITCH_M * row + PITCH_M / 2 - 0.6));
    }
    yaml.append("objects:\n");
    for (int i = 0; i < kinds; i++) {
      yaml.append(
          format(
              "  - {noun: %s, plural: %ss, shape: {cylinder: [0.06, 0.09]}, mass_kg: 0.2, color:"
                  + " \"#%06x\", category: thing, attributes: [decoration], standable: true}\n",
              noun(i), noun(i), (i * 2_654_435) & 0xffffff));
    }
    return yaml.toString();
  }

  /**
   * A scene in it, the robot beside its user, its kinds by turns over its tables.
   *
   * @throws UncheckedIOException when no temporary file can be written
   */
  public Scene scene() {
    return new SceneReader(kitchen()).parse("hall", onTables(), 1);
  }

  private Kitchen kitchen() {
    try {
      Path file = Files.createTempFile("souschef-hall", ".yaml");
      try {
        Files.writeString(file, yaml());
        return KitchenFile.read(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A home cannot be written", e);
    }
  }

  private String onTables() {
    return IntStream.range(0, things)
        .mapToObj(
            i -> "{\"kind\": \"%s\", \"at\": \"%s\"}".formatted(noun(i % kinds), table(i % tables)))
        .collect(Collectors.joining(", ", "{\"robot\": {\"at\": \"user\"}, \"objects\": [", "]}"));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
