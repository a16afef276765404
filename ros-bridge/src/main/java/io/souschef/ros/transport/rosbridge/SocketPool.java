package io.souschef.ros.transport.rosbridge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Sockets for one goal or one service call at a time: with its default parameters rosbridge reads a
 * socket's next message only when the goal or call before it has ended.
 */
final class SocketPool {

  private static final int MAX_IDLE = 4;

  private final SocketOpener opener;
  private final Deque<RosbridgeSocket> idle = new ArrayDeque<>();

  SocketPool(SocketOpener opener) {
    this.opener = opener;
  }

  CompletableFuture<RosbridgeSocket> lease() {
    synchronized (idle) {
      for (RosbridgeSocket socket = idle.poll(); socket != null; socket = idle.poll()) {
        if (socket.isOpen()) {
          return CompletableFuture.completedFuture(socket);
        }
      }
    }
    return opener.open(socket -> {});
  }

  /** Takes back a socket on which nothing is under way any more. */
  void giveBack(RosbridgeSocket socket) {
    socket.receiver(message -> {});
    synchronized (idle) {
      if (socket.isOpen() && idle.size() < MAX_IDLE) {
        idle.push(socket);
        return;
      }
    }
    socket.close();
  }
}
