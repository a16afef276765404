package io.souschef.models.server.http;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.text.Counted;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JSON requests to one server, with retries. Interrupting the calling thread cancels a request and
 * every wait.
 */
public final class ServerConnection {

  private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);

  /** Reads NaN and Infinity, too, so that they can be named for what they are. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final ServerAddress address;
  private final ServerKey key;
  private final RetryPolicy policy;
  private final int readings;
  private final HttpPost http;
  private final TokenCount tokens = new TokenCount();
  private Traffic traffic = new Traffic(0, 0, 0);

  /**
   * Prepares; nothing is sent yet.
   *
   * @param readings how often to ask for an answer that cannot be read, at least 1
   */
  public ServerConnection(
      ServerAddress address, Map<String, String> environment, RetryPolicy policy, int readings) {
    this.readings = readings;
    this.address = address;
    this.key = ServerKey.in(environment);
    this.policy = policy;
    this.http = new HttpPost(environment, policy.timeout());
  }

  public ServerAddress address() {
    return address;
  }

  /** What the server read and wrote over this connection. */
  public TokenCount tokens() {
    return tokens;
  }

  private synchronized void count(long bytesUp, long bytesDown) {
    traffic = traffic.and(new Traffic(1, bytesUp, bytesDown));
  }

  /** What went over this connection and was answered. */
  public synchronized Traffic traffic() {
    return traffic;
  }

  /** An empty request that names the model. */
  public ObjectNode request() {
    return JSON.createObjectNode().put("model", address.model());
  }

  /** Reads something out of an answer. */
  @FunctionalInterface
  public interface Reader<T> {
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
  public <T> T post(String path, JsonNode request, Reader<T> reader) {
    long deadline = System.nanoTime() + policy.budget().toNanos();
    String body = request.toString();
    RetriableException earlier = null;
    for (int attempt = 1; ; attempt++) {
      try {
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        Duration within = left.compareTo(policy.timeout()) < 0 ? left : policy.timeout();
        HttpResponse<byte[]> response = http.send(address.at(path), body, within);
        count(body.length(), response.body().length);
        JsonNode answer = answer(path, response);
        tokens.add(request, answer);
        return reader.read(answer);
      } catch (RetriableException e) {
        Duration wait = e.requestedWait().orElse(policy.delay(attempt));
        boolean late = System.nanoTime() + wait.toNanos() > deadline;
        // That the last attempt had no time left explains less than what failed before.
        RetriableException cause = late && earlier != null ? earlier : e;
        boolean enough = isAboutAnswer(e.kind()) && attempt >= readings;
        if (attempt == policy.attempts() || late || enough) {
          throw new ScoringException(
              "Server %s gave no usable answer in %s: %s"
                  .formatted(
                      address.root(),
                      Counted.of(attempt, "attempt"),
                      cause.getMessage()
                          + (late
                              ? cause.requestedWait().map(ServerConnection::asked).orElse("")
                              : "")),
              cause);
        }
        earlier = e;
        LOG.warn("{}; attempt {} follows in {} ms", e.getMessage(), attempt + 1, wait.toMillis());
        pause(wait);
      } catch (ServerRefusal e) {
        throw e.status() < 400 ? named(e) : e;
      } catch (InterruptedException e) {
        throw canceled(e);
      }
    }
  }

  /** A wait that is longer than anybody's patience is the server's word, and told as such. */
  private static String asked(Duration wait) {
    return "; it asks to come again in %s s".formatted(wait.toSeconds());
  }

  private static boolean isAboutAnswer(RetriableException.Kind kind) {
    return kind == RetriableException.Kind.NONSENSE || kind == RetriableException.Kind.FAILED;
  }

  private ServerRefusal named(ServerRefusal e) {
    return new ServerRefusal(
        e.status(), "Server %s is of no use: %s".formatted(address.root(), e.getMessage()), e);
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

  private JsonNode answer(String path, HttpResponse<byte[]> response) throws RetriableException {
    int status = response.statusCode();
    byte[] body = PackedBody.unpacked(response);
    if (status / 100 == 2) {
      return read(body);
    }
    String words = ServerWords.of(body, key);
    if (status == 429) {
      throw RetriableException.busy(
          "it has had too many requests (429: %s)".formatted(words), requestedWait(response));
    }
    if (status == 408 || status > 501) {
      throw RetriableException.busy(
          "it is busy, still loading or gone (%s: %s)".formatted(status, words),
          requestedWait(response));
    }
    if (status == 500) {
      throw RetriableException.failed("it failed (500: %s)".formatted(words));
    }
    throw new ServerRefusal(status, refusal(path, status, words));
  }

  private JsonNode read(byte[] body) throws RetriableException {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (IOException e) {
      LOG.debug("Not JSON", e);
      throw RetriableException.unreadable(
          "its answer is no JSON or only half of it (%s)".formatted(ServerWords.of(body, key)));
    }
    if (!answer.isContainerNode()) {
      throw RetriableException.unreadable(
          "its answer is no JSON object (%s)".formatted(ServerWords.of(body, key)));
    }
    return answer;
  }

  private String refusal(String path, int status, String words) {
    return switch (status) {
      case 401, 403 ->
          "Server %s does not take the key (%s: %s); set it in the environment variable %s"
              .formatted(address.root(), status, words, ServerKey.VARIABLE);
      case 404 ->
          "Server %s knows no %s or no model '%s' (404: %s); check address and model"
              .formatted(address.root(), path, address.model(), words);
      default ->
          "Server %s refuses the request %s (%s: %s)"
              .formatted(address.root(), path, status, words);
    };
  }

  private static Optional<Duration> requestedWait(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
