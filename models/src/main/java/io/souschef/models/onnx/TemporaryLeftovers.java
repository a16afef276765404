package io.souschef.models.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders that ONNX Runtime makes in the temporary folder and that a killed process could not take
 * away. One that no living process uses is deleted; only those of this user are looked at.
 * Stateless.
 */
final class TemporaryLeftovers {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryLeftovers.class);
  private static final String NAMES = "onnxruntime-java*";

  /** A process that starts just now may not have loaded what it unpacked. */
  private static final Duration SETTLED = Duration.ofSeconds(30);

  private static final Path PROCESSES = Path.of("/proc");

  private TemporaryLeftovers() {}

  static void clear() {
    clear(Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(SETTLED));
  }

  /** Clears a folder of what was made before a moment. */
  static void clear(Path temporary, Instant before) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, NAMES)) {
      UserPrincipal self = Files.getOwner(Path.of(System.getProperty("user.home")));
      for (Path folder : folders) {
        if (Files.isDirectory(folder)
            && Files.getOwner(folder).equals(self)
            && Files.getLastModifiedTime(folder).toInstant().isBefore(before)
            && !isUsed(folder)) {
          delete(folder);
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("The temporary folder is not cleaned up", e);
    }
  }

  /** Whether a process has a library of this folder loaded; assumed where that cannot be seen. */
  private static boolean isUsed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) {
        return false;
      }
    }
    if (!Files.isDirectory(PROCESSES.resolve("self"))) {
      return true;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        if (maps(process, folder + "/")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean maps(Path process, String beginning) {
    try (Stream<String> lines = Files.lines(process.resolve("maps"))) {
      return lines.anyMatch(line -> line.contains(beginning));
    } catch (IOException | UncheckedIOException e) {
      return false; // it has ended, or belongs to somebody else
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
