package io.souschef.models.server.http;

import java.time.Duration;
import java.util.Optional;

/** A request failed in a way that may pass. */
public final class RetriableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** No connection, no answer in time, or one that broke off. */
    UNREACHABLE,
    /** The server said that it cannot now: too many requests, still loading. */
    BUSY,
    /** The server had an error of its own. */
    FAILED,
    /** An answer that is no JSON: something between may have answered. */
    UNREADABLE,
    /** An answer that is not what was asked for. */
    NONSENSE;

    /** Whether the server itself is at fault, whatever one asks of it. */
    public boolean concernsServer() {
      return this == UNREACHABLE || this == BUSY || this == UNREADABLE;
    }
  }

  private final Kind kind;
  private final long requestedWaitMs;

  private RetriableException(Kind kind, String message, long requestedWaitMs) {
    super(message);
    this.kind = kind;
    this.requestedWaitMs = requestedWaitMs;
  }

  static RetriableException unreachable(String message, Exception cause) {
    RetriableException e = new RetriableException(Kind.UNREACHABLE, message, -1);
    e.initCause(cause);
    return e;
  }

  static RetriableException busy(String message, Optional<Duration> requestedWait) {
    return new RetriableException(
        Kind.BUSY, message, requestedWait.map(Duration::toMillis).orElse(-1L));
  }

  static RetriableException failed(String message) {
    return new RetriableException(Kind.FAILED, message, -1);
  }

  public static RetriableException unreadable(String message) {
    return new RetriableException(Kind.UNREADABLE, message, -1);
  }

  public static RetriableException nonsense(String message) {
    return new RetriableException(Kind.NONSENSE, message, -1);
  }

  public Kind kind() {
    return kind;
  }

  /** How long the server asked to wait. */
  Optional<Duration> requestedWait() {
    return requestedWaitMs < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(requestedWaitMs));
  }
}
