package io.souschef.ros.transport.rosbridge;

/**
 * How much the relay keeps in memory for its clients, in bytes.
 *
 * @param message longest message it reads; who sends more is sent away
 * @param topicBacklog unread bytes of a client above which messages of topics are dropped
 * @param backlog unread bytes of a client above which it is sent away
 * @param all unread bytes of all clients together above which those with more than 1 MiB get no
 *     more
 * @param clients sockets that may be open
 */
public record RelayLimits(int message, long topicBacklog, long backlog, long all, int clients) {

  private static final int LEAST = 1 << 20;
  private static final int MOST = 64 << 20;
  private static final int CLIENTS = 200;

  /** Limits for each client, and four times as much for all. */
  RelayLimits(int message, long topicBacklog, long backlog) {
    this(message, topicBacklog, backlog, 2 * backlog, CLIENTS);
  }

  /** Limits that fit this process's heap: a message is in memory several times on its way. */
  public static RelayLimits ofHeap() {
    int message = (int) Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / 16));
    return new RelayLimits(message, message, 2L * message);
  }
}
