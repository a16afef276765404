package io.souschef.ros.transport.rosbridge;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach a rosbridge server and when to give a link up.
 *
 * @param uri {@code ws://robot:9090} or {@code wss://...}
 * @param connectTimeout for opening a socket
 * @param pingInterval how often a sign of life is asked for
 * @param linkTimeout silence after which a socket counts as lost
 * @param maxMessageBytes longest message that is read; a socket that sends more is closed
 * @param maxQueuedBytes unsent bytes above which topic messages are dropped
 */
public record RosbridgeSettings(
    URI uri,
    Duration connectTimeout,
    Duration pingInterval,
    Duration linkTimeout,
    int maxMessageBytes,
    int maxQueuedBytes) {

  /** Settings that suit a robot on a local network. */
  public static RosbridgeSettings at(URI uri) {
    return new RosbridgeSettings(
        uri,
        Duration.ofSeconds(3),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        RelayLimits.ofHeap().message(),
        RelayLimits.ofHeap().message() / 2);
  }

  /** The same with another patience for silence; a sign of life is asked for four times in it. */
  public RosbridgeSettings withLinkTimeout(Duration timeout) {
    return new RosbridgeSettings(
        uri, connectTimeout, timeout.dividedBy(4), timeout, maxMessageBytes, maxQueuedBytes);
  }
}
