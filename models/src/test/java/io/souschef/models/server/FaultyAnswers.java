package io.souschef.models.server;

import com.sun.net.httpserver.HttpExchange;
import io.souschef.models.server.FakeServer.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers as they are when something is wrong. */
final class FaultyAnswers {

  private FaultyAnswers() {}

  static void send(HttpExchange exchange, Fault fault, String elsewhere) throws IOException {
    switch (fault) {
      case TOO_MANY -> {
        exchange.getResponseHeaders().add("Retry-After", "0");
        send(exchange, 429, "{\"error\": {\"message\": \"Rate limit reached\"}}");
      }
      case INTERNAL -> send(exchange, 500, "Internal Server Error");
      case TRUNCATED -> {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"choices\": [".getBytes(StandardCharsets.UTF_8));
      }
      case NO_JSON -> send(exchange, 200, "<html>Gateway</html>");
      case SLOW -> {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case NO_KEY -> send(exchange, 401, "{\"error\": {\"message\": \"Key revoked\"}}");
      case NO_MODEL -> send(exchange, 404, "{\"error\": {\"message\": \"No such model\"}}");
      case LOADING -> send(exchange, 503, "{\"error\": {\"message\": \"Loading model\"}}");
      case DRIPS -> pour(exchange, 1, 40);
      case ENDLESS -> pour(exchange, 1 << 16, 0);
      case AWAY, WITHIN -> {
        String path = exchange.getRequestURI().getPath();
        exchange
            .getResponseHeaders()
            .add("Location", fault == Fault.AWAY ? elsewhere + path : path + "/moved");
        exchange.sendResponseHeaders(307, -1);
      }
      case FEWER_CHOICES, NOT_A_NUMBER -> throw new IllegalStateException();
    }
  }

  /** Blanks without end, until the other side has enough. */
  private static void pour(HttpExchange exchange, int bytes, long everyMs) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] some = " ".repeat(bytes).getBytes(StandardCharsets.UTF_8);
    try {
      while (true) {
        exchange.getResponseBody().write(some);
        exchange.getResponseBody().flush();
        Thread.sleep(everyMs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
