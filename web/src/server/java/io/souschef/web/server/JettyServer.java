package io.souschef.web.server;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty, with the pages, the API and the wire to the live kitchen. */
final class JettyServer implements WebServer {

  private static final int MOST_VIEWERS = 50;

  private final Server server;
  private final Address address;
  private final ServerConnector connector;

  /**
   * Starts.
   *
   * @param site what is handed out to those who may come
   */
  JettyServer(Address address, Function<Server, Handler> site) {
    this.address = address;
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("web");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(60_000);
    server.addConnector(connector);
    Gate gate = new Gate(address);
    gate.setHandler(site.apply(server));
    server.setHandler(gate);
    start();
  }

  /** A site with the wire to a robot beside it. */
  static Handler wired(Server server, Live live, Commands commands, Handler site) {
    WebSocketUpgradeHandler wire =
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setMaxTextMessageSize(Commands.MOST_CHARACTERS);
              container.setIdleTimeout(Duration.ofMinutes(10));
              Viewers viewers = new Viewers(MOST_VIEWERS);
              container.addMapping(
                  "/api/v1/live", (request, response, callback) -> viewers.welcome(live, commands));
            });
    wire.setHandler(site);
    return wire;
  }

  private void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new InvalidInputException(
          "Nothing can listen at %s, port %s (%s); choose another --port"
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
  }

  @Override
  public String url() {
    String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
    String token =
        address.token().isEmpty()
            ? ""
            : "?token=" + URLEncoder.encode(address.token(), StandardCharsets.UTF_8);
    return "http://%s:%s/%s".formatted(host, connector.getLocalPort(), token);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The web server cannot be stopped", e);
    }
  }
}
