package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  /** Ends it as settled, unless it has gone out; returns whether nothing happens because of it. */
  public boolean takeBack() {
    return takeBack("It was taken back before it was sent");
  }

  private synchronized boolean takeBack(String why) {
    return !sent && completeExceptionally(TransportException.settled(why));
  }

  /**
   * Ends it after a while: with a {@link TimeoutException} if it has gone out and got no answer,
   * else as settled.
   *
   * @param missing what it waits for before it goes out: "no server of /grasp was found"
   */
  public void endAfter(Duration deadline, String missing) {
    CompletableFuture<Void> timer = new CompletableFuture<>();
    var unusedEnd = whenComplete((answer, error) -> timer.complete(null));
    var unusedTimer =
        timer
            .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(
                late -> {
                  if (!takeBack(missing + " in time; it was never sent")) {
                    completeExceptionally(new TimeoutException("no answer came in time"));
                  }
                  return null;
                });
  }
}
