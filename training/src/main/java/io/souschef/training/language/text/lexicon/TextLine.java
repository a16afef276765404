package io.souschef.training.language.text.lexicon;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a tab-separated text file that is neither empty nor a comment.
 *
 * @param file name of the file
 * @param number line number, from 1
 * @param fields its columns
 */
public record TextLine(String file, int number, List<String> fields) {

  /** Column {@code i}, blank-trimmed. */
  public String field(int i) {
    if (i >= fields.size() || fields.get(i).isBlank()) {
      throw error(
          String.format(Locale.ROOT, "column %d is missing; separate columns with one tab", i + 1));
    }
    return fields.get(i).strip();
  }

  public InvalidInputException error(String problem) {
    return new InvalidInputException(
        String.format(Locale.ROOT, "%s, line %d: %s", file, number, problem));
  }

  public static List<TextLine> readIfPresent(Path file) {
    return Files.exists(file) ? read(file) : List.of();
  }

  public static List<TextLine> read(Path file) {
    List<String> lines = new PlainFile("Text file", file).text(PlainFile.RECORDS).lines().toList();
    List<TextLine> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        read.add(new TextLine(file.getFileName().toString(), i + 1, List.of(line.split("\t", -1))));
      }
    }
    return read;
  }
}
