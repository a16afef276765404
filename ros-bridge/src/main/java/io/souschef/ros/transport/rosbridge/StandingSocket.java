package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A socket that is opened again whenever it is lost, and then says anew what it stands for. */
final class StandingSocket {

  private static final long FIRST_RETRY_MS = 100;
  private static final long LAST_RETRY_MS = 2000;

  private final SocketOpener opener;
  private final ScheduledExecutorService timer;
  private final Consumer<ObjectNode> receiver;
  private final Runnable up;
  private final Consumer<String> down;
  private final Map<Object, ObjectNode> standing = new LinkedHashMap<>();
  private volatile @Nullable RosbridgeSocket socket;
  private volatile boolean closed;

  StandingSocket(
      SocketOpener opener,
      ScheduledExecutorService timer,
      Consumer<ObjectNode> receiver,
      Runnable up,
      Consumer<String> down) {
    this.opener = opener;
    this.timer = timer;
    this.receiver = receiver;
    this.up = up;
    this.down = down;
  }

  /** Opens it for the first time; completes exceptionally when that fails, and does not retry. */
  CompletableFuture<?> open() {
    return opener.open(socket -> socket.receiver(receiver)).thenAccept(this::opened);
  }

  private void opened(RosbridgeSocket opened) {
    List<ObjectNode> words;
    synchronized (standing) {
      words = List.copyOf(standing.values());
      words.forEach(opened::send);
      socket = opened;
    }
    up.run();
    var unused = opened.lost().thenAccept(this::lost);
    if (closed) {
      opened.close();
    }
  }

  private void lost(String reason) {
    if (!closed) {
      socket = null;
      down.accept(reason);
      retry(FIRST_RETRY_MS);
    }
  }

  private void retry(long delayMs) {
    if (closed || timer.isShutdown()) {
      return;
    }
    var unused = timer.schedule(() -> reopen(delayMs), delayMs, TimeUnit.MILLISECONDS);
  }

  private void reopen(long delayMs) {
    var unused =
        open()
            .whenComplete(
                (opened, error) -> {
                  if (error != null) {
                    retry(Math.min(2 * delayMs, LAST_RETRY_MS));
                  }
                });
  }

  /** Says this now and after every reconnection, until {@link #withdraw}. */
  void stand(Object key, ObjectNode message) {
    synchronized (standing) {
      standing.put(key, message);
      RosbridgeSocket to = socket;
      if (to != null) {
        to.send(message);
      }
    }
  }

  /** No longer says what it said under this key; sends the farewell if the link is up. */
  void withdraw(Object key, ObjectNode farewell) {
    synchronized (standing) {
      if (standing.remove(key) != null) {
        send(farewell);
      }
    }
  }

  /** Sends when the link is up, and says whether it was. */
  boolean send(ObjectNode message) {
    RosbridgeSocket to = socket;
    if (to != null) {
      to.send(message);
    }
    return to != null;
  }

  /** Sends when the link is up and keeps up, and says whether it did. */
  boolean offer(ObjectNode message) {
    RosbridgeSocket to = socket;
    return to != null && to.offer(message);
  }

  boolean isUp() {
    RosbridgeSocket now = socket;
    return now != null && now.isOpen();
  }

  void close() {
    closed = true;
    RosbridgeSocket last = socket;
    if (last != null) {
      last.close();
    }
  }
}
