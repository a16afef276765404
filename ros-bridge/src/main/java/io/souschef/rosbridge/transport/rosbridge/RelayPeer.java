package io.souschef.rosbridge.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A client of the relay. */
interface RelayPeer {
  void send(ObjectNode message);
}
