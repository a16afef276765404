package io.souschef.ros.transport.rosbridge.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RelayLimits;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayPeer;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.CloseFrame;

/** A client of the relay on a socket. */
final class SocketPeer implements RelayPeer {

  /** Messages that wait: adding up more than so many would take longer than sending them. */
  private static final int MOST_WAITING = 5_000;

  /** Bytes that anybody may leave unread, whatever the others do. */
  private static final long FAIR_SHARE = 1 << 20;

  private final WebSocket connection;
  private final RelayLimits limits;
  private final LongSupplier unreadByAll;

  /**
   * A client.
   *
   * @param unreadByAll bytes that wait for all clients to be read
   */
  SocketPeer(WebSocket connection, RelayLimits limits, LongSupplier unreadByAll) {
    this.connection = connection;
    this.limits = limits;
    this.unreadByAll = unreadByAll;
  }

  /** What waits for the client to be read. */
  long unreadBytes() {
    long bytes = 0;
    if (connection instanceof WebSocketImpl queued) {
      for (ByteBuffer waiting : queued.outQueue) {
        bytes += waiting.remaining();
      }
    }
    return bytes;
  }

  @Override
  public void send(ObjectNode message) {
    if (!connection.isOpen()) {
      return;
    }
    if (isBehind(limits.backlog(), 2 * MOST_WAITING)) {
      connection.closeConnection(CloseFrame.TRY_AGAIN_LATER, "it reads too slowly");
      return;
    }
    write(message);
  }

  private void write(ObjectNode message) {
    connection.send(RosbridgeJson.write(message));
  }

  @Override
  public void offer(ObjectNode message) {
    if (connection.isOpen() && !isBehind(limits.topicBacklog(), MOST_WAITING)) {
      write(message);
    }
  }

  private boolean isBehind(long most, int mostWaiting) {
    if (connection instanceof WebSocketImpl queued && queued.outQueue.size() > mostWaiting) {
      return true;
    }
    long own = unreadBytes();
    return own > most || (own > FAIR_SHARE && unreadByAll.getAsLong() > limits.all());
  }
}
