package io.souschef.models.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server and counts what passes. */
public final class CountingProxy implements AutoCloseable {

  private final ServerAddress behind;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytesUp = new AtomicLong();
  private final AtomicLong bytesDown = new AtomicLong();

  public CountingProxy(ServerAddress behind) throws IOException {
    this.behind = behind;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::pass);
    server.start();
  }

  public ServerAddress address() {
    return ServerAddress.parse(
        "http://127.0.0.1:%d#%s".formatted(server.getAddress().getPort(), behind.model()));
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] up = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(behind.at(exchange.getRequestURI().getPath()))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(up))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      requests.incrementAndGet();
      bytesUp.addAndGet(up.length);
      bytesDown.addAndGet(response.body().length);
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void reset() {
    requests.set(0);
    bytesUp.set(0);
    bytesDown.set(0);
  }

  public long requests() {
    return requests.get();
  }

  public long bytesUp() {
    return bytesUp.get();
  }

  public long bytesDown() {
    return bytesDown.get();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    server.stop(0);
  }
}
