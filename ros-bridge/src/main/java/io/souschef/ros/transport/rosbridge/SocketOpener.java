package io.souschef.ros.transport.rosbridge;

import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Opens sockets and watches over all of them. */
final class SocketOpener {

  private final RosbridgeSettings settings;
  private final HttpClient http;
  private final Consumer<String> garbage;
  private final Set<RosbridgeSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SocketOpener(
      RosbridgeSettings settings,
      Executor executor,
      ScheduledExecutorService timer,
      Consumer<String> garbage) {
    this.settings = settings;
    this.garbage = garbage;
    this.http = HttpClient.newBuilder().executor(executor).build();
    long ping = settings.pingInterval().toMillis();
    var unused =
        timer.scheduleWithFixedDelay(
            () -> open.forEach(RosbridgeSocket::checkAlive), ping, ping, TimeUnit.MILLISECONDS);
  }

  /** A new socket, or the exception that kept it from opening. */
  CompletableFuture<RosbridgeSocket> open(Consumer<RosbridgeSocket> prepare) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("The transport is closed"));
    }
    RosbridgeSocket socket = new RosbridgeSocket(settings, garbage);
    prepare.accept(socket);
    open.add(socket);
    var unused = socket.lost().thenRun(() -> open.remove(socket));
    return http.newWebSocketBuilder()
        .connectTimeout(settings.connectTimeout())
        .buildAsync(settings.uri(), socket)
        .thenApply(opened -> socket)
        .whenComplete(
            (opened, error) -> {
              if (error != null) {
                open.remove(socket);
              }
            });
  }

  void close() {
    closed = true;
    open.forEach(RosbridgeSocket::close);
  }
}
