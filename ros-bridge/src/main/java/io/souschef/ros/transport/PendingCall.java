package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;

/**
 * A call of a service, which may have to wait for its server or a link before it goes out: until
 * then it can be taken back, and nothing happens because of it. Thread-safe.
 */
public final class PendingCall extends CompletableFuture<ObjectNode> {

  private boolean sent;

  /** To be asked right before it goes out: whether it still shall. From then on it stands. */
  public synchronized boolean mayGoOut() {
    if (isDone()) {
      return false;
    }
    sent = true;
    return true;
  }

  /** Whether it ended before it went out. */
  public synchronized boolean neverWentOut() {
    return isDone() && !sent;
  }

  /** Ends it as settled, unless it has gone out; returns whether nothing happens because of it. */
  public synchronized boolean takeBack() {
    return !sent
        && completeExceptionally(
            TransportException.settled("It was taken back before it was sent"));
  }
}
