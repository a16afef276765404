package io.souschef.ros.mapping;

/** What a reference stands for is not perceived now, or was perceived too long ago. */
public final class NotKnownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotKnownException(String message) {
    super(message);
  }
}
