package io.souschef.ros.transport;

/** A call that got no proper answer: refused, lost or too late. Trying again may help. */
public final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean settled;

  public TransportException(String message) {
    this(message, null, false);
  }

  public TransportException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private TransportException(
      String message, @org.jspecify.annotations.Nullable Throwable cause, boolean settled) {
    super(message, cause);
    this.settled = settled;
  }

  /** A call that was refused, or never went out: nothing happens because of it. */
  public static TransportException settled(String message) {
    return new TransportException(message, null, true);
  }

  /** Whether it is sure that nothing is going on because of the call. */
  public boolean isSettled() {
    return settled;
  }
}
