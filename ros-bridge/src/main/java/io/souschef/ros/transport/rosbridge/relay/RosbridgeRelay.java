package io.souschef.ros.transport.rosbridge.relay;

import io.souschef.ros.transport.rosbridge.RelayLimits;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayGraph;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayPeer;
import io.souschef.skills.failure.InvalidInputException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A small rosbridge server of our own that lets its clients meet: enough of the protocol for two
 * Souschef processes, or a script with roslibpy, without a ROS 2 installation. Web pages may not
 * open its sockets unless {@link RelayAccess} names them; beyond the loopback address it asks for a
 * token. What it reads and keeps is bounded by the heap.
 */
public final class RosbridgeRelay implements AutoCloseable {

  private final RelayServer server;

  private RosbridgeRelay(RelayServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws InvalidInputException when the address cannot be listened on, or others than this
   *     machine could reach it without a token
   */
  public static RosbridgeRelay start(String host, int port, RelayAccess access) {
    if (access.token().isEmpty() && !RelayAccess.isLoopback(host)) {
      throw new InvalidInputException(
          "Whoever reaches %s could drive the robot; give --token, or listen on 127.0.0.1"
              .formatted(host));
    }
    return start(host, port, new RelayGraph(), access, RelayLimits.ofHeap());
  }

  public static RosbridgeRelay start(String host, int port, RelayGraph graph) {
    return start(host, port, graph, RelayAccess.LOCAL, RelayLimits.ofHeap());
  }

  public static RosbridgeRelay start(
      String host, int port, RelayGraph graph, RelayAccess access, RelayLimits limits) {
    RelayServer server = new RelayServer(new InetSocketAddress(host, port), graph, access, limits);
    server.setReuseAddr(true);
    server.setTcpNoDelay(true);
    server.setConnectionLostTimeout(0);
    server.listen();
    try {
      server.started.join();
    } catch (CompletionException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "Port %d of %s cannot be listened on (%s); choose another one",
              port,
              host,
              e.getCause() == null ? e : e.getCause().getMessage()),
          e);
    }
    return new RosbridgeRelay(server);
  }

  /** Where clients find it. */
  public URI uri() {
    return URI.create(
        String.format(
            Locale.ROOT, "ws://%s:%d", server.getAddress().getHostString(), server.getPort()));
  }

  /** Completes with the reason should it stop to serve before it is closed. */
  public CompletableFuture<String> died() {
    return server.died;
  }

  /** How many sockets are open. */
  public int connections() {
    return server.getConnections().size();
  }

  /** What waits for all clients to be read. */
  public long unreadBytes() {
    return server.unreadBytes();
  }

  /** Cuts every connection without a farewell, as a lost network does. */
  public void cutEverything() {
    server.getConnections().forEach(connection -> connection.closeConnection(1006, "cut"));
  }

  /** Cuts these clients' connections without a farewell. */
  public void cut(Collection<RelayPeer> clients) {
    server.peers.forEach(
        (connection, peer) -> {
          if (clients.contains(peer)) {
            connection.closeConnection(1006, "cut");
          }
        });
  }

  /** Sends a text to every client, whatever it is. */
  public void sendToAll(String text) {
    server.broadcast(text);
  }

  @Override
  public void close() {
    server.end();
  }
}
