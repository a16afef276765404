package io.souschef.models.server.http;

/**
 * What went to a server and came back.
 *
 * @param requests requests, those that were repeated included
 * @param bytesUp bytes of their bodies
 * @param bytesDown bytes of the answers' bodies
 */
public record Traffic(long requests, long bytesUp, long bytesDown) {

  /** Two together. */
  public Traffic and(Traffic other) {
    return new Traffic(
        requests + other.requests, bytesUp + other.bytesUp, bytesDown + other.bytesDown);
  }

  /** What came after an earlier count. */
  public Traffic since(Traffic earlier) {
    return new Traffic(
        requests - earlier.requests, bytesUp - earlier.bytesUp, bytesDown - earlier.bytesDown);
  }
}
