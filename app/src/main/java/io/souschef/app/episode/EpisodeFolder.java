package io.souschef.app.episode;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where an episode leaves its files. Files appear whole or not at all, except the trace, which
 * grows line by line.
 *
 * @param path an existing, writable folder
 */
public record EpisodeFolder(Path path) {

  static final String TRACE = "trace.jsonl";
  private static final int MOST_OF_ONE_NAME = 1000;

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
      throw unwritable(path, e);
    }
  }

  /**
   * Makes a folder that nobody else has.
   *
   * @param path how it shall be called; a number is put behind it where that is taken
   * @throws InvalidInputException when it cannot be made or written
   */
  public static EpisodeFolder createNew(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      for (int i = 1; i < MOST_OF_ONE_NAME; i++) {
        Path own = i == 1 ? path : path.resolveSibling(path.getFileName() + "-" + i);
        try {
          return create(Files.createDirectory(own));
        } catch (FileAlreadyExistsException taken) {
          // Another run began in the same second with the same words.
        }
      }
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "There are %d folders like '%s' already; choose one with --out",
              MOST_OF_ONE_NAME,
              path));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static InvalidInputException unwritable(Path path, IOException e) {
    return new InvalidInputException(
        "Output folder '%s' cannot be written (%s); choose another with --out"
            .formatted(path, IoReason.of(e)),
        e);
  }

  void write(String name, byte[] content) {
    WholeFile.write(path.resolve(name), content);
  }
}
