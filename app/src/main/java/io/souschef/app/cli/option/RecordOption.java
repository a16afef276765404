package io.souschef.app.cli.option;

import io.souschef.app.recording.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Makes the file, so that it is known before anything begins that there can be one. */
  public void require() {
    if (record != null) {
      try {
        Files.newOutputStream(record).close();
      } catch (IOException e) {
        throw Recorder.unwritable(record, e);
      }
    }
  }
}
