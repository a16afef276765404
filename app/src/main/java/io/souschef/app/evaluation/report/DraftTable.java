package io.souschef.app.evaluation.report;

import io.souschef.app.evaluation.run.EpisodeRecord;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.skills.InvalidInputException;
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
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Counts the programs that a language model wrote in a run, from its traces. */
final class DraftTable {

  private int drawn;
  private int atOnce;
  private int mended;
  private int held;
  private int texts;
  private int requests;
  private int understood;
  private int others;
  private int othersPassed;

  /** A sentence or two and a table; empty where no model wrote programs. */
  static String markdown(RunView run) {
    DraftTable table = new DraftTable();
    for (EpisodeRecord episode : run.episodes()) {
      for (String end : List.of("-plan", "-execution")) {
        Path file =
            run.path().resolve("traces").resolve(episode.key().fileName() + end + ".jsonl.gz");
        if (Files.exists(file)) {
          table.add(trace(file));
        }
      }
    }
    return table.markdown();
  }

  /** Counts an episode. */
  void add(List<EpisodeEvent> events) {
    boolean wrote = false;
    boolean passed = false;
    for (EpisodeEvent event : events) {
      if (!(event instanceof EpisodeEvent.Drafted drafted)) {
        continue;
      }
      wrote = true;
      texts++;
      held += drafted.held().equals("GRAMMAR") ? 1 : 0;
      boolean good = drafted.mistakes().isEmpty();
      if (drafted.sample() == 0) {
        others += drafted.attempt() == 1 ? 1 : 0;
        othersPassed += good ? 1 : 0;
        continue;
      }
      drawn += drafted.attempt() == 1 ? 1 : 0;
      atOnce += good && drafted.attempt() == 1 ? 1 : 0;
      mended += good && drafted.attempt() > 1 ? 1 : 0;
      passed |= good;
    }
    requests += wrote ? 1 : 0;
    understood += passed ? 1 : 0;
  }

  /** What was counted; empty where no model wrote programs. */
  String markdown() {
    if (texts == 0) {
      return "";
    }
    Table table =
        new Table(
            "programs",
            "asked for",
            "passed the check at once",
            "after mistakes were named",
            "never");
    table.add(
        List.of(
            "for a request",
            figure(drawn),
            figure(atOnce),
            figure(mended),
            figure(drawn - atOnce - mended)));
    if (others > 0) {
      table.add(
          List.of(
              "after a failure",
              figure(others),
              figure(othersPassed),
              Table.NOTHING,
              figure(others - othersPassed)));
    }
    return String.format(
            Locale.ROOT,
            "%d of %d requests have a program that passes the check; %d of %d texts were held to the"
                + " grammar:\n\n",
            understood,
            requests,
            held,
            texts)
        + table.markdown();
  }

  private static String figure(int count) {
    return Integer.toString(count);
  }

  private static List<EpisodeEvent> trace(Path file) {
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
