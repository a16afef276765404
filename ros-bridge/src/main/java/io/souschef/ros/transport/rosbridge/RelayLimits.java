package io.souschef.ros.transport.rosbridge;

/**
 * How much the relay keeps in memory for its clients, in bytes.
 *
 * @param message longest message it reads; who sends more is sent away
 * @param topicBacklog unread bytes of a client above which messages of topics are dropped
 * @param backlog unread bytes of a client above which it is sent away
 */
public record RelayLimits(int message, long topicBacklog, long backlog) {

  private static final int LEAST = 1 << 20;
  private static final int MOST = 64 << 20;

  /** Limits that fit this process's heap: a message is in memory several times on its way. */
  public static RelayLimits ofHeap() {
    int message = (int) Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / 16));
    return new RelayLimits(message, message, 2L * message);
  }
}
