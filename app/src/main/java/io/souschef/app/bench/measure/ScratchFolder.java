package io.souschef.app.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder that goes with all that is in it.
 *
 * @param path where it is
 */
public record ScratchFolder(Path path) implements AutoCloseable {

  /**
   * Makes one.
   *
   * @param purpose part of its name
   */
  public static ScratchFolder make(String purpose) throws IOException {
    return new ScratchFolder(Files.createTempDirectory("souschef-" + purpose));
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walked = Files.walk(path)) {
      files = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
