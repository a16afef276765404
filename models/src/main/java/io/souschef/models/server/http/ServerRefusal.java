package io.souschef.models.server.http;

/** A server answered that it will not do this: a wrong key, model, path or parameter. */
public final class ServerRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The status of an answer that does not end; HTTP has no such number. */
  static final int TOO_LONG = 0;

  private static final int BAD_REQUEST = 400;

  private final int status;

  ServerRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  ServerRefusal(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** Whether no other request would fare better: a key not taken, another origin, no end. */
  public boolean concernsServer() {
    return status == 401 || status == 403 || status < BAD_REQUEST;
  }

  /** Whether it was this request that it did not like, and another may do. */
  public boolean concernsRequest() {
    return status >= BAD_REQUEST && status != 401 && status != 403 && status != 404;
  }
}
