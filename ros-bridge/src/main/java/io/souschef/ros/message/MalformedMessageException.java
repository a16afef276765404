package io.souschef.ros.message;

/**
 * Bytes or JSON that are not a message of the expected type. Comes from a peer, not from the user:
 * transports report it and drop the message.
 */
public final class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message) {
    super(message);
  }

  public MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
