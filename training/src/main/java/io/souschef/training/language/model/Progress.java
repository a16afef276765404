package io.souschef.training.language.model;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A line that shows how far training is. */
final class Progress {

  private static final int WIDTH = 30;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final PrintStream out;
  private final InstantSource clock;
  private final Instant begin;
  private final double doneBefore;
  private Instant last;
  private long tokens;

  /**
   * @param doneBefore share of the work done in an earlier run
   */
  Progress(PrintStream out, InstantSource clock, double doneBefore) {
    this.out = out;
    this.clock = clock;
    this.begin = clock.instant();
    this.last = begin;
    this.doneBefore = doneBefore;
  }

  /**
   * Shows the bar, not oftener than every other second.
   *
   * @param done share of the work done, in [0, 1]
   * @param moreTokens tokens since the last call, padding not counted
   */
  void show(double done, double loss, int moreTokens) {
    tokens += moreTokens;
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(PAUSE) < 0 && done < 1) {
      return;
    }
    last = now;
    double seconds = Duration.between(begin, now).toMillis() / 1000.0;
    double left = seconds * (1 - done) / Math.max(1e-9, done - doneBefore);
    int full = (int) Math.round(done * WIDTH);
    out.printf(
        Locale.ROOT,
        "\r[%s%s] %5.1f%%  loss %.3f  %.0f tokens/s  %d:%02d left ",
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        100 * done,
        loss,
        tokens / Math.max(1e-9, seconds),
        (long) left / 60,
        (long) left % 60);
    out.flush();
  }

  /** A line of its own. */
  void say(String line) {
    out.println();
    out.println(line);
  }
}
