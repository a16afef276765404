package io.souschef.planner.limit;

import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What an episode has used up of its limits. Used by one thread. */
final class Meter {

  private final EpisodeLimits limits;
  private final LongSupplier nanoClock;
  private final LongSupplier tokens;
  private final long startNanos;
  private final long startTokens;
  private double robotTimeS;

  Meter(EpisodeLimits limits, LongSupplier nanoClock, LongSupplier tokens) {
    this.limits = limits;
    this.nanoClock = nanoClock;
    this.tokens = tokens;
    this.startNanos = nanoClock.getAsLong();
    this.startTokens = tokens.getAsLong();
  }

  /** A skill has ended that took so much robot time. */
  void add(double durationS) {
    robotTimeS += durationS;
  }

  /**
   * The first limit that is reached now.
   *
   * @param runningS robot time of the skill that is running, seconds
   */
  Optional<LimitReached> reached(double runningS) {
    double timeS = (nanoClock.getAsLong() - startNanos) / 1e9;
    if (limits.timeS().isPresent() && timeS >= limits.timeS().getAsDouble()) {
      return Optional.of(
          new LimitReached(
              Outcome.TIME_LIMIT, words("%s s", limits.timeS().getAsDouble(), "raise --max-time")));
    }
    if (limits.robotTimeS().isPresent()
        && robotTimeS + runningS >= limits.robotTimeS().getAsDouble()) {
      return Optional.of(
          new LimitReached(
              Outcome.ROBOT_TIME_LIMIT,
              words(
                  "%s s of robot time",
                  limits.robotTimeS().getAsDouble(), "raise --max-robot-time")));
    }
    long used = tokens.getAsLong() - startTokens;
    if (limits.tokens().isPresent() && used >= limits.tokens().getAsLong()) {
      return Optional.of(
          new LimitReached(
              Outcome.TOKEN_LIMIT,
              words(
                  limits.tokens().getAsLong() == 1 ? "%s token" : "%s tokens",
                  (double) limits.tokens().getAsLong(),
                  "raise --max-tokens")));
    }
    return Optional.empty();
  }

  private static String words(String limit, double amount, String advice) {
    String number =
        amount == Math.rint(amount)
            ? String.format(Locale.ROOT, "%.0f", amount)
            : Double.toString(amount);
    return "The limit of %s was reached before done; %s".formatted(limit.formatted(number), advice);
  }
}
