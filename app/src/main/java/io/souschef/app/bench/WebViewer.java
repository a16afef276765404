package io.souschef.app.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Somebody who looks on over loopback, and counts. */
final class WebViewer implements WebSocket.Listener, AutoCloseable {

  private static final long LONGEST_WAIT_S = 60;

  private final StringBuilder message = new StringBuilder();
  private final AtomicLong bytes = new AtomicLong();
  private final Queue<Long> frames = new ConcurrentLinkedQueue<>();
  private final WebSocket socket;
  private volatile @Nullable CountDownLatch motion;
  private volatile long motionNanos;

  /**
   * Begins to look on.
   *
   * @param url of the page
   */
  WebViewer(HttpClient client, String url) {
    URI wire = URI.create(url.replaceFirst("^http", "ws") + "api/v1/live");
    socket = client.newWebSocketBuilder().buildAsync(wire, this).join();
  }

  long bytes() {
    return bytes.get();
  }

  /** When pictures came from then on, monotonic time. */
  List<Long> framesSince(long nanos) {
    return frames.stream().filter(at -> at - nanos > 0).toList();
  }

  /** Sends a command and waits until the robot is seen to move; returns how long that took, ms. */
  double untilMotionMs(String command) throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    motion = seen;
    long start = System.nanoTime();
    send(command);
    if (!seen.await(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "The robot did not move within %s s after %s".formatted(LONGEST_WAIT_S, command));
    }
    return (motionNanos - start) / 1e6;
  }

  void send(String command) {
    socket.sendText(command, true).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket wire, CharSequence data, boolean last) {
    bytes.addAndGet(data.toString().getBytes(StandardCharsets.UTF_8).length);
    message.append(data);
    if (last) {
      hear(message.toString());
      message.setLength(0);
    }
    wire.request(1);
    return null;
  }

  private void hear(String text) {
    if (text.contains("\"type\":\"frame\"")) {
      frames.add(System.nanoTime());
      CountDownLatch seen = motion;
      if (seen != null && text.contains("\"robot/base\"")) {
        motionNanos = System.nanoTime();
        motion = null;
        seen.countDown();
      }
    }
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }
}
