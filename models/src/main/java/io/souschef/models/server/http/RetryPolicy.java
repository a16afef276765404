package io.souschef.models.server.http;

import java.time.Duration;

/**
 * How patient to be with a server.
 *
 * @param timeout for one answer
 * @param attempts requests at most for one answer, at least 1
 * @param firstDelay wait before the second request; doubled each time after
 * @param budget time for all requests and waits of one answer together
 */
public record RetryPolicy(Duration timeout, int attempts, Duration firstDelay, Duration budget) {

  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("At least 1 attempt is needed, got " + attempts);
    }
  }

  /**
   * Three minutes an answer, four attempts, five minutes in all: a model on a busy processor takes
   * a minute or two to read its first prompt.
   */
  public static RetryPolicy standard() {
    return new RetryPolicy(Duration.ofMinutes(3), 4, Duration.ofMillis(500), Duration.ofMinutes(5));
  }

  Duration delay(int failures) {
    return firstDelay.multipliedBy(1L << Math.min(20, failures - 1));
  }
}
