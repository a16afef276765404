package io.souschef.planner.program.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The attacks of {@code attacks.txt}. */
final class AttackList {

  private static final String ARROW = " ==> ";

  /**
   * An attack.
   *
   * @param kind what it tries
   * @param program its text
   * @param answer the first mistake that is named
   */
  record Row(String kind, String program, String answer) {
    @Override
    public String toString() {
      return kind + ": " + program;
    }
  }

  private AttackList() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    String kind = "";
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        kind = line.substring(3);
      } else if (!line.startsWith("# ")) {
        int arrow = line.indexOf(ARROW);
        rows.add(
            new Row(
                kind,
                unescaped(line.substring(0, arrow)),
                unescaped(line.substring(arrow + ARROW.length()))));
      }
    }
    return List.copyOf(rows);
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(AttackList.class.getResourceAsStream("attacks.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      c = text.charAt(++i);
      switch (c) {
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 'u' -> {
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }
}
