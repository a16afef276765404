package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;

/** A client of the relay. */
public interface RelayPeer {

  /** Sends what must not be lost; a client that leaves too much of it unread is sent away. */
  void send(ObjectNode message);

  /** Sends a topic's message, or drops it when the client does not keep up. */
  default void offer(ObjectNode message) {
    send(message);
  }

  /** Tells the client what it did wrong. */
  default void warn(String what) {
    send(RosbridgeJson.op("status").put("level", "error").put("msg", what));
  }
}
