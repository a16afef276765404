package io.souschef.evaluation.report;

import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.planner.episode.EpisodeEvent;
import java.util.List;
import java.util.Locale;

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
      for (String kind : List.of("plan", "execution")) {
        table.add(AttemptTrace.read(run.path(), episode.key().attempt(kind)));
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
}
