package io.souschef.ros;

import io.souschef.ros.transport.LinkEvent;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Which action servers answer. Asked once for each while the link holds: rosbridge says nothing at
 * all about a goal for a server that is not there.
 */
final class Servers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int TRIES = 5;

  private final RosTransport transport;
  private final Set<String> answering = ConcurrentHashMap.newKeySet();
  private final Registration watch;

  Servers(RosTransport transport) {
    this.transport = transport;
    this.watch =
        transport.watch(
            event -> {
              if (event instanceof LinkEvent.Down) {
                answering.clear();
              }
            });
  }

  /** Asks ahead of time, without waiting for the answer. */
  void lookFor(String action) {
    var unused =
        transport
            .probe(action, PATIENCE.multipliedBy(TRIES))
            .thenAccept(
                answers -> {
                  if (answers) {
                    answering.add(action);
                  }
                });
  }

  /** Whether a server of this action answers; waits some seconds for one that is coming up. */
  boolean answers(String action) {
    for (int i = 0; i < TRIES && !answering.contains(action); i++) {
      try {
        if (transport.probe(action, PATIENCE).get()) {
          answering.add(action);
        } else if (i + 1 < TRIES) {
          Thread.sleep(200);
        }
      } catch (ExecutionException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return answering.contains(action);
  }

  @Override
  public void close() {
    watch.close();
  }
}
