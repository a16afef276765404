package io.souschef.app.cli.option;

import io.souschef.app.recording.Recorder;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an episode is recorded. */
public final class RecordOption {

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Record it as an MCAP file, for Foxglove and ros2 bag.")
  private @Nullable Path record;

  public @Nullable Path file() {
    return record;
  }

  /**
   * Makes sure that there can be such a file before anything begins. One that is there is left as
   * it is until there is something to put in its place.
   */
  public void require() {
    if (record != null) {
      WholeFile.require(record);
      boolean before = Files.exists(record);
      try {
        Files.newOutputStream(record, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
        if (!before) {
          Files.delete(record);
        }
      } catch (IOException e) {
        throw Recorder.unwritable(record, e);
      }
    }
  }
}
