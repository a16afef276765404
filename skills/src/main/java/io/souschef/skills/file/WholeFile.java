package io.souschef.skills.file;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that appear whole or not at all, and are on the disk when they appear. Their mode is
 * what the user's mask says, like that of every file. Stateless.
 */
public final class WholeFile {

  /** Ends the name of a file that is being written. */
  static final String PART = ".part";

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Writes a text as UTF-8.
   *
   * @throws MachineException when that is not possible; nothing half-written is left then
   */
  public static void write(Path file, String content) {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, in place of a file that is there; what a link names is written, and the link
   * stays.
   *
   * @throws MachineException when that is not possible; nothing half-written is left then
   * @throws InvalidInputException when a pipe, a socket or a device has that name: it would be gone
   */
  public static void write(Path named, byte[] content) {
    try {
      fill(named, part -> Files.write(part, content));
    } catch (IOException e) {
      throw unwritable(named, e);
    }
  }

  /** Writes a file that does not fit into memory, or is written by others. */
  public interface Filling {

    /** Fills a file that does not exist yet. */
    void into(Path part) throws IOException;
  }

  /**
   * The same for a file that somebody else fills.
   *
   * @throws IOException when that is not possible; nothing half-written is left then
   * @throws InvalidInputException when a pipe, a socket or a device has that name: it would be gone
   */
  public static void fill(Path named, Filling filling) throws IOException {
    Path file = target(named);
    // The process is part of the name, so that two that write one file do not meet.
    Path part =
        file.resolveSibling(
            ".%s.%s%s".formatted(file.getFileName(), ProcessHandle.current().pid(), PART));
    try {
      filling.into(part);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Makes sure that a name can be that of a file to write: nothing is there, or a plain file.
   *
   * @throws InvalidInputException when it is a folder, a pipe, a socket or a device
   */
  public static void require(Path named) {
    if (Files.isDirectory(named)) {
      throw new InvalidInputException("'%s' is a folder; name a file".formatted(named));
    }
    if (Files.exists(named) && !Files.isRegularFile(named)) {
      throw new InvalidInputException(
          "'%s' is a pipe, a socket or a device, not a plain file; name a file".formatted(named));
    }
  }

  /** Where a chain of links ends, even if nothing is there yet. */
  private static Path target(Path named) {
    if (!Files.isDirectory(named)) {
      require(named);
    }
    Path file = named;
    try {
      for (int hop = 0; hop < MOST_LINKS && Files.isSymbolicLink(file); hop++) {
        file = file.resolveSibling(Files.readSymbolicLink(file));
      }
    } catch (IOException e) {
      throw unwritable(named, e);
    }
    return file;
  }

  /**
   * Clears away what killed processes left half-written in a folder that nobody else writes to.
   *
   * @throws MachineException when that is not possible
   */
  public static void sweep(Path folder) {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + PART)) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** What to say when a file cannot be written. */
  public static MachineException unwritable(Path file, IOException e) {
    return new MachineException(
        "'%s' cannot be written (%s); free space there, or choose a folder that can be written"
            .formatted(file, IoReason.of(e)),
        e);
  }
}
