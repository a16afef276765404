package io.souschef.planner.limit;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How long an episode may last, beside its steps. What is empty is not limited.
 *
 * @param timeS wall-clock time from its beginning, seconds, above 0
 * @param robotTimeS robot time of its skills, seconds, above 0
 * @param tokens what a server's model reads and writes for it, at least 1
 */
public record EpisodeLimits(OptionalDouble timeS, OptionalDouble robotTimeS, OptionalLong tokens) {

  /** As long as it takes. */
  public static final EpisodeLimits NONE =
      new EpisodeLimits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());

  public EpisodeLimits {
    require("--max-time", timeS);
    require("--max-robot-time", robotTimeS);
    if (tokens.isPresent() && tokens.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "--max-tokens must be at least 1, got " + tokens.getAsLong());
    }
  }

  /** The same with a limit of wall-clock time, seconds. */
  public EpisodeLimits withTimeS(double seconds) {
    return new EpisodeLimits(OptionalDouble.of(seconds), robotTimeS, tokens);
  }

  /** The same with a limit of robot time, seconds. */
  public EpisodeLimits withRobotTimeS(double seconds) {
    return new EpisodeLimits(timeS, OptionalDouble.of(seconds), tokens);
  }

  /** The same with a limit of tokens. */
  public EpisodeLimits withTokens(long count) {
    return new EpisodeLimits(timeS, robotTimeS, OptionalLong.of(count));
  }

  private static void require(String name, OptionalDouble seconds) {
    if (seconds.isPresent()
        && !(seconds.getAsDouble() > 0 && Double.isFinite(seconds.getAsDouble()))) {
      throw new IllegalArgumentException(
          "%s must be above 0 seconds, got %s".formatted(name, seconds.getAsDouble()));
    }
  }
}
