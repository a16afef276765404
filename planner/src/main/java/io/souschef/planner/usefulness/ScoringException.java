package io.souschef.planner.usefulness;

/**
 * A language model failed for good: its server is gone, refuses, or answers nonsense, and retries
 * did not help. The message is one sentence for people; the episode ends with it.
 */
public final class ScoringException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ScoringException(String message) {
    super(message);
  }

  public ScoringException(String message, Throwable cause) {
    super(message, cause);
  }
}
