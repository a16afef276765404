package io.souschef.models.server;

/** A server answered that it will not do this: a wrong key, model, path or parameter. */
final class ServerRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ServerRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }
}
