package io.souschef.ros.transport.rosbridge.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RelayLimits;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.CloseFrame;

/** A client of the relay on a socket. */
final class SocketPeer implements RelayPeer {

  private final WebSocket connection;
  private final RelayLimits limits;

  SocketPeer(WebSocket connection, RelayLimits limits) {
    this.connection = connection;
    this.limits = limits;
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
    if (unreadBytes() > limits.backlog()) {
      connection.closeConnection(CloseFrame.TRY_AGAIN_LATER, "it reads too slowly");
      return;
    }
    connection.send(RosbridgeJson.write(message));
  }

  @Override
  public void offer(ObjectNode message) {
    if (unreadBytes() <= limits.topicBacklog()) {
      send(message);
    }
  }
}
