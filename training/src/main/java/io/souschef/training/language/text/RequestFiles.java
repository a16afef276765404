package io.souschef.training.language.text;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.language.text.lexicon.TextLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The request files of a folder. */
public final class RequestFiles {

  private RequestFiles() {}

  /**
   * Reads every {@code requests/*.tsv} below a folder, in the order of the file names.
   *
   * @throws InvalidInputException with one line for each mistake in any of them
   */
  public static List<Request> read(Path folder) {
    List<Request> requests = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    for (Path file : files(folder.resolve("requests"))) {
      for (TextLine line : TextLine.read(file)) {
        try {
          requests.add(Request.parse(line));
        } catch (InvalidInputException e) {
          mistakes.add(e.getMessage());
        }
      }
    }
    if (!mistakes.isEmpty()) {
      throw new InvalidInputException(String.join("\n", mistakes));
    }
    if (requests.isEmpty()) {
      throw new InvalidInputException("No requests under '%s'".formatted(folder));
    }
    return requests;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          "Folder '%s' with the request files cannot be read".formatted(folder), e);
    }
  }
}
