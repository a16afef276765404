package io.souschef.app.episode;

import io.souschef.skills.InvalidInputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where an episode leaves its files. Files appear whole or not at all, except the trace, which
 * grows line by line.
 *
 * @param path an existing, writable folder
 */
public record EpisodeFolder(Path path) {

  static final String TRACE = "trace.jsonl";
  static final String PAGE = "index.html";

  /**
   * Makes the folder when it is not there.
   *
   * @throws InvalidInputException when it cannot be made or written
   */
  public static EpisodeFolder create(Path path) {
    try {
      Files.createDirectories(path);
      Path probe = Files.createTempFile(path, ".probe", "");
      Files.delete(probe);
      return new EpisodeFolder(path);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(
          "Output folder '%s' is a file; choose another with --out".formatted(path), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Output folder '%s' cannot be written; choose another with --out".formatted(path), e);
    }
  }

  void write(String name, byte[] content) throws IOException {
    Path part = Files.createTempFile(path, ".part", "");
    Files.write(part, content);
    Files.move(
        part,
        path.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
