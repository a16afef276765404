package io.souschef.rosbridge.transport.rosbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.InvalidInputException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small rosbridge server of our own that lets its clients meet: enough of the protocol for two
 * Souschef processes, or a script with roslibpy, without a ROS 2 installation. It has no
 * authentication; keep it on the loopback address.
 */
public final class RosbridgeRelay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RosbridgeRelay.class);
  private static final int READ_LIMIT = 128 << 20;

  private final Server server;

  private RosbridgeRelay(Server server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws InvalidInputException when the address cannot be listened on
   */
  public static RosbridgeRelay start(String host, int port) {
    return start(host, port, new RelayGraph());
  }

  static RosbridgeRelay start(String host, int port, RelayGraph graph) {
    Server server = new Server(new InetSocketAddress(host, port), graph);
    server.setReuseAddr(true);
    server.setTcpNoDelay(true);
    server.setDaemon(true);
    server.setConnectionLostTimeout(0);
    server.start();
    try {
      server.started.join();
    } catch (CompletionException e) {
      throw new InvalidInputException(
          "Port %d of %s cannot be listened on (%s); choose another one"
              .formatted(port, host, e.getCause() == null ? e : e.getCause().getMessage()),
          e);
    }
    return new RosbridgeRelay(server);
  }

  /** Where clients find it. */
  public URI uri() {
    return URI.create(
        "ws://%s:%d".formatted(server.getAddress().getHostString(), server.getPort()));
  }

  /** How many sockets are open. */
  public int connections() {
    return server.getConnections().size();
  }

  /** Cuts every connection without a farewell, as a lost network does. */
  void cutEverything() {
    server.getConnections().forEach(connection -> connection.closeConnection(1006, "cut"));
  }

  /** Cuts these clients' connections without a farewell. */
  void cut(Collection<RelayPeer> clients) {
    server.peers.forEach(
        (connection, peer) -> {
          if (clients.contains(peer)) {
            connection.closeConnection(1006, "cut");
          }
        });
  }

  /** Sends a text to every client, whatever it is. */
  void sendToAll(String text) {
    server.broadcast(text);
  }

  @Override
  public void close() {
    try {
      server.stop(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Server extends WebSocketServer {

    private final RelayGraph graph;
    private final Map<WebSocket, RelayPeer> peers = new ConcurrentHashMap<>();
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();

    Server(InetSocketAddress address, RelayGraph graph) {
      super(
          address,
          2,
          java.util.List.of(
              new org.java_websocket.drafts.Draft_6455(
                  java.util.List.of(),
                  java.util.List.of(new org.java_websocket.protocols.Protocol("")),
                  READ_LIMIT)));
      this.graph = graph;
    }

    @Override
    public void onStart() {
      started.complete(true);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      peers.put(
          connection,
          message -> {
            if (connection.isOpen()) {
              connection.send(message.toString());
            }
          });
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
      RelayPeer peer = peers.get(connection);
      if (peer == null) {
        return;
      }
      try {
        JsonNode message = RosbridgeJson.MAPPER.readTree(text);
        if (message instanceof ObjectNode operation) {
          graph.receive(peer, operation);
        }
      } catch (JsonProcessingException e) {
        LOG.warn("A rosbridge client sent what is not JSON: {}", e.getOriginalMessage());
      }
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer data) {
      LOG.warn("A rosbridge client sent binary data, which this server does not read");
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
      RelayPeer peer = peers.remove(connection);
      if (peer != null) {
        graph.leave(peer);
      }
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
      if (connection == null) {
        started.completeExceptionally(error);
      }
      LOG.debug("A rosbridge connection failed", error);
    }
  }
}
