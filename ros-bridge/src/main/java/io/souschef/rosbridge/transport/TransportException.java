package io.souschef.rosbridge.transport;

/** A call that got no proper answer: refused, lost or too late. Trying again may help. */
public final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TransportException(String message) {
    super(message);
  }

  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
