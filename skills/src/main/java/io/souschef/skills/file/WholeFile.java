package io.souschef.skills.file;

import io.souschef.skills.MachineException;
import java.io.IOException;
import java.nio.ByteBuffer;
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
   * Writes bytes, in place of a file that is there.
   *
   * @throws MachineException when that is not possible; nothing half-written is left then
   */
  public static void write(Path file, byte[] content) {
    // The process is part of the name, so that two that write one file do not meet.
    Path part =
        file.resolveSibling(
            ".%s.%s%s".formatted(file.getFileName(), ProcessHandle.current().pid(), PART));
    try {
      try {
        fill(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
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

  private static void fill(Path part, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
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
