package io.souschef.evaluation.run;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs out of one folder. The operating system holds the lock, so a killed process leaves
 * none behind.
 */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws InvalidInputException when another run has it
   */
  static RunLock take(Path folder) {
    Path file = folder.resolve(".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new InvalidInputException(
            "Another run is writing to '%s'; wait for its end or choose another --out"
                .formatted(folder));
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Run folder '%s' cannot be locked (%s); choose a writable folder on a local disk"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // The other run is in this very process.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The run folder's lock cannot be given back", e);
    }
  }
}
