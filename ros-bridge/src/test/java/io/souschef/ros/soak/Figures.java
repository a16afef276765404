package io.souschef.ros.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** What a soak has counted, and where it is written. */
final class Figures {

  private static final class Row {
    private int rounds;
    private int moved;
    private int confirmed;
    private int unconfirmed;
    private int broken;
  }

  private final Map<Fault, Row> rows = new EnumMap<>(Fault.class);

  void add(Fault fault, int moved, int confirmed, int unconfirmed, int broken) {
    Row row = rows.computeIfAbsent(fault, key -> new Row());
    row.rounds++;
    row.moved += moved;
    row.confirmed += confirmed;
    row.unconfirmed += unconfirmed;
    row.broken += broken;
  }

  int broken() {
    return rows.values().stream().mapToInt(row -> row.broken).sum();
  }

  int rounds() {
    return rows.values().stream().mapToInt(row -> row.rounds).sum();
  }

  int moved() {
    return rows.values().stream().mapToInt(row -> row.moved).sum();
  }

  /**
   * Puts the table in place of the one that a page has, or at its end.
   *
   * @param name of the section: {@code faults-dds}
   */
  void write(Path page, String name, String title, String how) throws IOException {
    String begin = "<!-- begin %s -->".formatted(name);
    String end = "<!-- end %s -->".formatted(name);
    StringBuilder text = new StringBuilder(begin + "\n### " + title + "\n\n");
    text.append(
        "| fault | rounds | goals that moved | stops confirmed | held as not confirmed | broken"
            + " |\n");
    text.append("|---|---:|---:|---:|---:|---:|\n");
    rows.forEach(
        (fault, row) ->
            text.append(
                "| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                        fault.words(),
                        row.rounds,
                        row.moved,
                        row.confirmed,
                        row.unconfirmed,
                        row.broken)));
    text.append("\n").append(how).append("\n").append(end);
    String before = Files.readString(page);
    int at = before.indexOf(begin);
    Files.writeString(
        page,
        at < 0
            ? before.stripTrailing() + "\n\n" + text + "\n"
            : before.substring(0, at)
                + text
                + before.substring(before.indexOf(end) + end.length()));
  }
}
