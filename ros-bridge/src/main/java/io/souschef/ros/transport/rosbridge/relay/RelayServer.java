package io.souschef.ros.transport.rosbridge.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RelayLimits;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayGraph;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayPeer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The relay's sockets. */
final class RelayServer extends WebSocketServer {

  private static final Logger LOG = LoggerFactory.getLogger(RelayServer.class);
  private static final int READERS = 2;
  private static final long FAREWELL_MS = 500;
  private static final long HELLO_MS = 10_000;

  final Map<WebSocket, RelayPeer> peers = new ConcurrentHashMap<>();
  final CompletableFuture<Boolean> started = new CompletableFuture<>();
  final CompletableFuture<String> died = new CompletableFuture<>();
  private final RelayGraph graph;
  private final RelayAccess access;
  private final RelayLimits limits;
  private final ScheduledExecutorService bouncer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "relay-bouncer");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closing;

  RelayServer(InetSocketAddress address, RelayGraph graph, RelayAccess access, RelayLimits limits) {
    super(address, READERS, List.of(new BoundedDraft(limits.message())));
    setWebSocketFactory(new CountedSockets(limits.clients()));
    this.graph = graph;
    this.access = access;
    this.limits = limits;
  }

  /** Listens on a thread of its own, and tells should that ever end. */
  void listen() {
    Thread thread =
        new Thread(
            () -> {
              String reason = "its thread ended";
              try {
                run();
              } catch (Throwable e) { // whatever it was, nobody is served any more
                reason = e.toString();
              }
              if (!closing) {
                died.complete(reason);
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  void end() {
    closing = true;
    try {
      stop(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bouncer.shutdownNow();
  }

  /** What waits for all clients to be read. */
  long unreadBytes() {
    return peers.values().stream()
        .mapToLong(peer -> peer instanceof SocketPeer socket ? socket.unreadBytes() : 0)
        .sum();
  }

  /** Who has connected and does not say hello keeps others out, and so is cut off. */
  @Override
  protected void allocateBuffers(WebSocket connection) throws InterruptedException {
    super.allocateBuffers(connection);
    var unused =
        bouncer.schedule(
            () -> {
              if (!peers.containsKey(connection)) {
                connection.closeConnection(CloseFrame.TRY_AGAIN_LATER, "it did not say hello");
              }
            },
            HELLO_MS,
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void onStart() {
    started.complete(true);
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
    Optional<String> refusal =
        access.refusal(
            request.getFieldValue("Origin"),
            request.getResourceDescriptor(),
            request.getFieldValue("Authorization"));
    if (refusal.isPresent()) {
      LOG.warn("A client was turned away: {}", refusal.get());
      if (connection instanceof WebSocketImpl raw) {
        raw.outQueue.add(forbidden(refusal.get())); // goes out before the library's own 404
      }
      throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, refusal.get());
    }
    return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
  }

  private static ByteBuffer forbidden(String why) {
    byte[] body = why.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).flip();
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    peers.put(connection, new SocketPeer(connection, limits, this::unreadBytes));
    if (connection instanceof WebSocketImpl raw && !raw.getChannel().isOpen()) {
      // It left while it was let in, which the library takes for a client that stays for ever.
      connection.closeConnection(CloseFrame.ABNORMAL_CLOSE, "it left at once");
    }
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
    } catch (OutOfMemoryError e) {
      // The message was too much, not the rest of the program: its sender goes, the others stay.
      connection.closeConnection(CloseFrame.TOOBIG, "a message did not fit into memory");
      LOG.error("A message of {} characters did not fit into memory", text.length());
    }
  }

  @Override
  public void onMessage(WebSocket connection, ByteBuffer data) {
    LOG.warn("A rosbridge client sent binary data, which this server does not read");
  }

  /** Who is told to go and does not, since it still sends or never reads, is cut off. */
  @Override
  public void onCloseInitiated(WebSocket connection, int code, String reason) {
    var unused =
        bouncer.schedule(
            () -> connection.closeConnection(code, reason), FAREWELL_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {
    if (code == CloseFrame.TOOBIG) {
      LOG.warn("A client sent a message of more than {} bytes and was closed", limits.message());
    }
    RelayPeer peer = peers.remove(connection);
    if (peer != null) {
      graph.leave(peer);
    }
  }

  @Override
  public void onError(WebSocket connection, Exception error) {
    if (connection == null && !started.completeExceptionally(error) && !closing) {
      died.complete(error.toString());
    }
    LOG.debug("A rosbridge connection failed", error);
  }
}
