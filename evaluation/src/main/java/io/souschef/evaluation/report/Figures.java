package io.souschef.evaluation.report;

import io.souschef.evaluation.statistics.PairedTest;
import io.souschef.evaluation.statistics.PairedTimes;
import io.souschef.evaluation.statistics.Rate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers as people read them. */
public final class Figures {

  private Figures() {}

  /** "84% [78, 89]". */
  static String rate(Rate rate) {
    return rate.trials() == 0
        ? "–"
        : format("%.0f%% [%.0f, %.0f]", 100 * rate.rate(), 100 * rate.low(), 100 * rate.high());
  }

  /** "136 of 162". */
  public static String count(Rate rate) {
    return format("%d of %d", rate.successes(), rate.trials());
  }

  static String number(double value) {
    return format("%.1f", value);
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "–";
  }

  /** Milliseconds: "12 ms", "3.4 s". */
  static String ms(double ms) {
    return ms < 1000 ? format("%.0f ms", ms) : format("%.1f s", ms / 1000);
  }

  /** Seconds: "48 s", "7 min 12 s", "1 h 03 min". */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? format("%d min %02d s", whole / 60, whole % 60)
        : format("%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** "+12 points (p = 0.003; 21 against 8 of 162 pairs)". */
  public static String test(Optional<PairedTest> test) {
    return test.map(
            t ->
                format(
                    "%+.0f points (p %s; %d gained, %d lost of %d pairs)",
                    100 * t.difference(), p(t.p()), t.onlySecond(), t.onlyFirst(), t.pairs()))
        .orElse("–");
  }

  /** "+12 points, p = 0.003". */
  static String shortTest(PairedTest test) {
    return format("%+.0f points, p %s", 100 * test.difference(), p(test.p()));
  }

  /** "62.0 s to 50.1 s, -19% (p = 0.003; 21 faster, 8 slower of 40 pairs)". */
  static String times(Optional<PairedTimes> times) {
    return times
        .map(
            t ->
                format(
                    "%.1f s to %.1f s, %+.0f%% (p %s; %d faster, %d slower of %d pairs)",
                    t.firstMeanS(),
                    t.secondMeanS(),
                    -100 * t.saving(),
                    p(t.signs().p()),
                    t.signs().onlySecond(),
                    t.signs().onlyFirst(),
                    t.signs().pairs()))
        .orElse("–");
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : format("= %.3f", p);
  }

  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
