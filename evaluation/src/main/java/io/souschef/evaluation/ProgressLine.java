package io.souschef.evaluation;

import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.skills.text.Steering;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is: share done, success so far, time left. On a terminal one line that
 * changes, elsewhere a line every tenth part. Used by one thread at a time.
 */
public final class ProgressLine implements Consumer<EpisodeRecord> {

  private static final int CELLS = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private final int planned;
  private final int before;
  private final LongSupplier nanoClock;
  private final long startNanos;
  private int ended;
  private int succeeded;
  private int tenths;

  /**
   * A progress line.
   *
   * @param planned episodes of the run
   * @param before how many of them ended in an earlier session; they tell nothing about the pace
   */
  public ProgressLine(
      PrintWriter out, boolean terminal, int planned, int before, LongSupplier nanoClock) {
    this.out = out;
    this.terminal = terminal;
    this.planned = planned;
    this.before = before;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  @Override
  public void accept(EpisodeRecord episode) {
    ended++;
    succeeded += episode.succeeded() ? 1 : 0;
    if (terminal) {
      out.print(Steering.clearedLine() + line());
      if (ended == planned) {
        out.println();
      }
    } else if (ended > before && 10 * ended / planned > tenths) {
      tenths = 10 * ended / planned;
      out.println(line());
    }
    out.flush();
  }

  String line() {
    int filled = CELLS * ended / Math.max(1, planned);
    return String.format(
        Locale.ROOT,
        "%s%s %d of %d, %.0f%% successful, %s",
        "█".repeat(filled),
        "░".repeat(CELLS - filled),
        ended,
        planned,
        ended == 0 ? 0 : 100.0 * succeeded / ended,
        left());
  }

  private String left() {
    int here = ended - before;
    if (here <= 0) {
      return "time left unknown";
    }
    double seconds = (nanoClock.getAsLong() - startNanos) / 1e9 / here * (planned - ended);
    long whole = Math.round(seconds);
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d h %02d min left", whole / 3600, whole % 3600 / 60)
        : String.format(Locale.ROOT, "%d:%02d left", whole / 60, whole % 60);
  }
}
