package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to rosbridge that carries JSON objects. Messages are handed over one at a time, on
 * the HTTP client's threads. It is lost for good once {@link #lost} completes.
 */
final class RosbridgeSocket implements WebSocket.Listener {

  /** A message that takes longer than this hangs: then it is not known how the link is. */
  private static final long LONGEST_TAKING_IN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long NANOS_PER_CHARACTER = 1_000;

  /** Checks that come later than this after the one before are late because of this machine. */
  private static final int MOST_BETWEEN_CHECKS = 2;

  private final RosbridgeSettings settings;
  private final Consumer<String> garbage;
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final Queue<String> unsent = new ArrayDeque<>();

  private volatile Consumer<ObjectNode> receiver = message -> {};
  private volatile long heardNanos = System.nanoTime();

  /** Since when a message is being taken in here; no time at which none is. */
  private volatile OptionalLong takingInSince = OptionalLong.empty();

  private volatile @Nullable WebSocket socket;

  // Of the one thread that checks.
  private long checkedNanos = System.nanoTime();
  private long heardAtCheck;
  private long silentNanos;

  private boolean sending;
  private long unsentChars;
  private CompletableFuture<?> ping = CompletableFuture.completedFuture(null);

  /**
   * A socket that is being opened.
   *
   * @param garbage told of data that is no JSON object
   */
  RosbridgeSocket(RosbridgeSettings settings, Consumer<String> garbage) {
    this.settings = settings;
    this.garbage = garbage;
  }

  /** Completes with the reason once the socket can no longer be used. */
  CompletableFuture<String> lost() {
    return lost;
  }

  boolean isOpen() {
    return socket != null && !lost.isDone();
  }

  /** Who receives the messages from now on. */
  void receiver(Consumer<ObjectNode> next) {
    receiver = next;
  }

  /** Sends a message after those that wait. */
  void send(ObjectNode message) {
    enqueue(RosbridgeJson.write(message));
  }

  /** Sends a message unless too much waits already. */
  boolean offer(ObjectNode message) {
    synchronized (this) {
      if (unsentChars > settings.maxQueuedBytes()) {
        return false;
      }
    }
    enqueue(RosbridgeJson.write(message));
    return true;
  }

  private synchronized void enqueue(String text) {
    if (lost.isDone()) {
      return;
    }
    unsent.add(text);
    unsentChars += text.length();
    pump();
  }

  private synchronized void pump() {
    WebSocket to = socket;
    String text = unsent.peek();
    if (sending || to == null || text == null) {
      return;
    }
    sending = true;
    var unused = to.sendText(text, true).whenComplete((done, error) -> sent(error));
  }

  private void sent(@Nullable Throwable error) {
    synchronized (this) {
      sending = false;
      String text = unsent.poll();
      unsentChars -= text == null ? 0 : text.length();
    }
    if (error != null) {
      fail("sending failed: " + error.getMessage());
    } else {
      pump();
    }
  }

  /** Asks for a sign of life, and gives the socket up when there was none for too long. */
  void checkAlive() {
    WebSocket to = socket;
    if (to == null || lost.isDone()) {
      return;
    }
    Duration silence = silence();
    if (silence.compareTo(settings.linkTimeout().plus(underWay())) > 0) {
      fail(String.format(Locale.ROOT, "nothing was heard for %d ms", silence.toMillis()));
    } else if (ping.isDone()) {
      ping = to.sendPing(ByteBuffer.allocate(0));
    }
  }

  /**
   * For how long nothing was heard while somebody listened: a machine that was asleep or had too
   * much to do has not heard what came meanwhile, which is no silence of the other's.
   */
  private Duration silence() {
    long now = System.nanoTime();
    long listened =
        Math.min(now - checkedNanos, MOST_BETWEEN_CHECKS * settings.pingInterval().toNanos());
    checkedNanos = now;
    long heard = heardNanos;
    if (isTakingIn()) {
      silentNanos = 0;
    } else if (heard != heardAtCheck) {
      silentNanos = Math.min(now - heard, listened);
    } else {
      silentNanos += listened;
    }
    heardAtCheck = heard;
    return Duration.ofNanos(silentNanos);
  }

  /** Nothing can be heard while a long message is taken in. */
  private boolean isTakingIn() {
    OptionalLong since = takingInSince;
    return since.isPresent() && System.nanoTime() - since.getAsLong() < LONGEST_TAKING_IN_NANOS;
  }

  /** The other side reads what we send before it answers: a second for each megabyte. */
  private synchronized Duration underWay() {
    return Duration.ofNanos(unsentChars * NANOS_PER_CHARACTER);
  }

  private void fail(String reason) {
    WebSocket to = socket;
    if (to != null) {
      to.abort();
    }
    lost.complete(reason);
  }

  /** Closes the socket without waiting for the peer. */
  void close() {
    WebSocket to = socket;
    boolean first = lost.complete("closed here");
    if (to != null && first) {
      var unused =
          to.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((done, error) -> to.abort());
    }
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    heardNanos = System.nanoTime();
    socket = webSocket;
    if (lost.isDone()) {
      webSocket.abort();
      return;
    }
    webSocket.request(1);
    pump();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    heardNanos = System.nanoTime();
    if (partial.length() + data.length() > settings.maxMessageBytes()) {
      fail(
          String.format(
              Locale.ROOT, "it sent a message of more than %d bytes", settings.maxMessageBytes()));
      return null;
    }
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      deliver(text);
    }
    webSocket.request(1);
    return null;
  }

  private void deliver(String text) {
    takingInSince = OptionalLong.of(System.nanoTime());
    takeIn(text);
    heardNanos = System.nanoTime();
    takingInSince = OptionalLong.empty();
  }

  private void takeIn(String text) {
    JsonNode message;
    try {
      message = RosbridgeJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      garbage.accept("not JSON: " + e.getOriginalMessage());
      return;
    }
    if (!(message instanceof ObjectNode object)) {
      garbage.accept("not a JSON object");
      return;
    }
    try {
      receiver.accept(object);
    } catch (RuntimeException e) {
      garbage.accept("%s: %s".formatted(object.path("op").asText("?"), e.getMessage()));
    }
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
    heardNanos = System.nanoTime();
    garbage.accept("binary data; start rosbridge without bson_only_mode");
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
    heardNanos = System.nanoTime();
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
    heardNanos = System.nanoTime();
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    lost.complete(
        String.format(
            Locale.ROOT,
            "the server closed it (%d%s)",
            statusCode,
            reason.isEmpty() ? "" : ", " + reason));
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    String message = error.getMessage();
    lost.complete(message == null ? error.getClass().getSimpleName() : message);
  }
}
