package io.souschef.evaluation.report;

import io.souschef.evaluation.run.RunFolder;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.BoundedStream;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.PlainFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Traces of attempts, as a run keeps them. */
public final class AttemptTrace {

  private AttemptTrace() {}

  /**
   * What happened in an attempt; nothing when its trace is not there.
   *
   * @param run its folder
   * @param attempt its name
   * @throws InvalidInputException naming the file when it cannot be read
   */
  public static List<EpisodeEvent> read(Path run, String attempt) {
    Path file = RunFolder.trace(run, attempt);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new BoundedStream(
                    new GZIPInputStream(new PlainFile("Trace", file).open()), PlainFile.RECORDS),
                StandardCharsets.UTF_8))) {
      return Trace.read(file.toString(), reader);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Trace '%s' cannot be read (%s); restore it, or remove it"
              .formatted(file, IoReason.of(e)),
          e);
    }
  }
}
