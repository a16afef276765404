package io.souschef.models.server.http;

import io.souschef.skills.file.IoReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts JSON to one server, and to no other: a redirection is followed within its origin alone, so
 * that neither key nor instruction reaches anybody who was not named. One deadline covers all, from
 * the connection to the last byte; the bytes of an answer are bounded.
 */
public final class HttpPost {

  private static final Logger LOG = LoggerFactory.getLogger(HttpPost.class);

  /** Bytes of an answer: more than any that is asked for, and little beside the smallest heap. */
  public static final int MOST_BYTES = 32 << 20;

  private static final int MOST_REDIRECTIONS = 5;
  private static final int SEE_OTHER = 303;
  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, SEE_OTHER, 307, 308);

  private final ServerKey key;
  private final HttpClient client;

  public HttpPost(Map<String, String> environment, Duration connectTimeout) {
    this.key = ServerKey.in(environment);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .proxy(EnvironmentProxy.in(environment).orElseGet(ProxySelector::getDefault))
            .build();
  }

  /**
   * Posts.
   *
   * @param within time for the whole answer, redirections included
   * @throws RetriableException when no whole answer came
   * @throws ServerRefusal when it would take another origin or more than {@link #MOST_BYTES}
   */
  public HttpResponse<byte[]> send(URI address, String body, Duration within)
      throws RetriableException, InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    URI target = address;
    for (int hop = 0; ; hop++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      key.header().ifPresent(value -> request.header("Authorization", value));
      HttpResponse<byte[]> response = exchange(request.build(), deadline, within);
      if (!REDIRECTIONS.contains(response.statusCode())) {
        return response;
      }
      target = redirected(target, response, hop);
    }
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, long deadline, Duration within)
      throws RetriableException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new LimitedBody(MOST_BYTES));
    try {
      return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late(within, e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() instanceof Exception cause ? cause : e, within);
    } finally {
      // Ends the exchange where it still goes on: late, or interrupted.
      answer.cancel(true);
    }
  }

  public static ServerRefusal tooLong() {
    return new ServerRefusal(
        ServerRefusal.TOO_LONG,
        "its answer is longer than %s MiB; see whether something else listens there"
            .formatted(MOST_BYTES >> 20));
  }

  private static RetriableException failure(Exception cause, Duration within) {
    if (cause instanceof LimitedBody.TooLongException) {
      throw tooLong();
    }
    if (cause instanceof HttpTimeoutException) {
      return late(within, cause);
    }
    if (cause instanceof ConnectException) {
      return RetriableException.unreachable(
          "nothing listens there; start the server or mend the address", cause);
    }
    if (cause instanceof IOException broken) {
      return RetriableException.unreachable(
          "the connection broke (%s)".formatted(ServerWords.shown(IoReason.of(broken))), cause);
    }
    throw new IllegalStateException("A request failed in an unknown way", cause);
  }

  private static RetriableException late(Duration within, Exception cause) {
    return RetriableException.unreachable(
        "it did not answer whole within %s s".formatted(within.toMillis() / 1e3), cause);
  }

  private static URI redirected(URI from, HttpResponse<byte[]> response, int hop) {
    int status = response.statusCode();
    String location = response.headers().firstValue("Location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new ServerRefusal(
          status,
          "it redirects %s to '%s', which is no address"
              .formatted(from, ServerWords.shown(location)),
          e);
    }
    if (!ServerAddress.sameOrigin(from, to)) {
      throw new ServerRefusal(
          status,
          "it redirects %s to another origin, %s (%s), and nothing was sent there, least of all the key; name that address with --llm if you trust it"
              .formatted(from, ServerWords.shown(to.toString()), status));
    }
    if (hop >= MOST_REDIRECTIONS || status == SEE_OTHER || location.isEmpty()) {
      throw new ServerRefusal(
          status,
          "it redirects %s to %s (%s) and so on; name the last address with --llm"
              .formatted(from, ServerWords.shown(to.toString()), status));
    }
    LOG.info("{} was redirected to {} ({})", from, to, status);
    return to;
  }
}
