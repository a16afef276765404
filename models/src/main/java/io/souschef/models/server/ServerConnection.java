package io.souschef.models.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.usefulness.ScoringException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JSON requests to one server, with retries. Interrupting the calling thread cancels a request and
 * every wait.
 */
final class ServerConnection {

  private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerAddress address;
  private final ServerKey key;
  private final RetryPolicy policy;
  private final int readings;
  private final HttpClient client;

  /**
   * Prepares; nothing is sent yet.
   *
   * @param readings how often to ask for an answer that cannot be read, at least 1
   */
  ServerConnection(
      ServerAddress address, Map<String, String> environment, RetryPolicy policy, int readings) {
    this.readings = readings;
    this.address = address;
    this.key = ServerKey.in(environment);
    this.policy = policy;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(policy.timeout())
            .proxy(EnvironmentProxy.in(environment).orElseGet(ProxySelector::getDefault))
            .build();
  }

  ServerAddress address() {
    return address;
  }

  /** An empty request that names the model. */
  ObjectNode request() {
    return JSON.createObjectNode().put("model", address.model());
  }

  /** Reads something out of an answer. */
  @FunctionalInterface
  interface Reader<T> {
    /**
     * Reads.
     *
     * @throws RetriableException when the answer is not what was asked for
     */
    T read(JsonNode answer) throws RetriableException;
  }

  /**
   * Posts a request until an answer can be read.
   *
   * @throws ServerRefusal when the server says that it will not, whatever one does
   * @throws ScoringException when attempts or budget are spent, or the thread is interrupted
   */
  <T> T post(String path, JsonNode request, Reader<T> reader) {
    long deadline = System.nanoTime() + policy.budget().toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return reader.read(send(path, request));
      } catch (RetriableException e) {
        Duration wait = e.requestedWait().orElse(policy.delay(attempt));
        boolean late = System.nanoTime() + wait.toNanos() > deadline;
        boolean enough = e.kind() == RetriableException.Kind.NONSENSE && attempt >= readings;
        if (attempt == policy.attempts() || late || enough) {
          throw new ScoringException(
              String.format(
                  Locale.ROOT,
                  "Server %s gave no usable answer in %d attempt%s: %s",
                  address.root(),
                  attempt,
                  attempt == 1 ? "" : "s",
                  e.getMessage()),
              e);
        }
        LOG.warn("{}; attempt {} follows in {} ms", e.getMessage(), attempt + 1, wait.toMillis());
        pause(wait);
      }
    }
  }

  private void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      throw canceled(e);
    }
  }

  private ScoringException canceled(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ScoringException("Waiting for server %s was canceled".formatted(address.root()), e);
  }

  private JsonNode send(String path, JsonNode request) throws RetriableException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address.at(path))
            .timeout(policy.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request.toString()));
    key.header().ifPresent(value -> builder.header("Authorization", value));
    HttpResponse<String> response;
    try {
      response = client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw RetriableException.unreachable(
          "it did not answer within %s s".formatted(policy.timeout().toMillis() / 1e3), e);
    } catch (ConnectException e) {
      throw RetriableException.unreachable(
          "nothing listens there; start the server or mend the address", e);
    } catch (IOException e) {
      throw RetriableException.unreachable(
          "the connection broke (%s)".formatted(e.getMessage()), e);
    } catch (InterruptedException e) {
      throw canceled(e);
    }
    return answer(path, response);
  }

  private JsonNode answer(String path, HttpResponse<String> response) throws RetriableException {
    int status = response.statusCode();
    String words = said(response.body());
    if (status == 429 || status == 408 || status >= 500) {
      throw RetriableException.busy(
          status == 429
              ? "it has had too many requests (429: %s)".formatted(words)
              : String.format(Locale.ROOT, "it failed (%d: %s)", status, words),
          requestedWait(response));
    }
    if (status != 200) {
      throw new ServerRefusal(status, refusal(path, status, words));
    }
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      LOG.debug("Not JSON", e);
      throw RetriableException.nonsense(
          "its answer is no JSON or only half of it (%s)".formatted(words));
    }
  }

  private String refusal(String path, int status, String words) {
    return switch (status) {
      case 401, 403 ->
          String.format(
              Locale.ROOT,
              "Server %s does not take the key (%d: %s); set it in the environment variable %s",
              address.root(),
              status,
              words,
              ServerKey.VARIABLE);
      case 404 ->
          "Server %s knows no %s or no model '%s' (404: %s); check address and model"
              .formatted(address.root(), path, address.model(), words);
      default ->
          String.format(
              Locale.ROOT,
              "Server %s refuses the request %s (%d: %s)",
              address.root(),
              path,
              status,
              words);
    };
  }

  private static Optional<Duration> requestedWait(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  /** The server's own words, short and without the key. */
  private String said(String body) {
    String text;
    try {
      JsonNode error = JSON.readTree(body).path("error");
      text = error.isTextual() ? error.asText() : error.path("message").asText(body);
    } catch (JsonProcessingException e) {
      text = body;
    }
    String line = key.masked(text).replaceAll("\\s+", " ").strip();
    return line.length() > 160 ? line.substring(0, 160) + " ..." : line;
  }
}
