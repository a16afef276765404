package io.souschef.ros.transport.rosbridge;

import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import java.net.URI;
import java.time.Duration;

/** A rosbridge server with faults to switch on, for tests of other packages. */
public final class RelayFixture implements AutoCloseable {

  public final FaultyGraph graph = new FaultyGraph();
  private final RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, graph);

  public String uri() {
    return relay.uri().toString();
  }

  public RosTransport connect(MessageCatalog catalog) {
    return RosbridgeTransport.connect(patient(relay.uri()), catalog);
  }

  /** Settings for machines on which everything may take long. */
  public static RosbridgeSettings patient(URI uri) {
    RosbridgeSettings usual = RosbridgeSettings.at(uri);
    return new RosbridgeSettings(
        uri,
        Duration.ofSeconds(30),
        usual.pingInterval(),
        Duration.ofSeconds(30),
        usual.maxMessageBytes(),
        usual.maxQueuedBytes());
  }

  /** Connects by way of something that stands between, and takes silence for what it is. */
  public RosTransport connectKeenly(MessageCatalog catalog, URI by) {
    return RosbridgeTransport.connect(RosbridgeSettings.at(by), catalog);
  }

  /** Connects by way of something that stands between. */
  public RosTransport connect(MessageCatalog catalog, URI by) {
    return RosbridgeTransport.connect(patient(by), catalog);
  }

  public void cutEverything() {
    relay.cutEverything();
  }

  /** Cuts the sockets on which goals came, and no other. */
  public void cutGoals() {
    relay.cut(graph.senders);
  }

  /** Cuts the sockets on which somebody listens to what the robot detects, and no other. */
  public void cutObservers() {
    relay.cut(graph.observers);
  }

  public void sendToAll(String text) {
    relay.sendToAll(text);
  }

  @Override
  public void close() {
    relay.close();
  }
}
