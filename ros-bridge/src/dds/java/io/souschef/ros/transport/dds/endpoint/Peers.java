package io.souschef.ros.transport.dds.endpoint;

import java.util.HashSet;
import java.util.Set;

/** The endpoints of others that an endpoint of ours has found. Thread-safe. */
public final class Peers {

  private static final String CYCLONE = "0110";

  /** As the native code numbers what happens; the other one is that a peer has gone. */
  private static final int MATCHED = 0;

  private final Runnable changed;
  private final Set<EndpointId> ids = new HashSet<>();
  private long firstNanos;

  Peers(Runnable changed) {
    this.changed = changed;
  }

  /** Takes in what the middleware says: a status, and a GUID in two halves. */
  void update(int status, long guidHigh, long guidLow) {
    EndpointId id = EndpointId.of(guidHigh, guidLow);
    synchronized (this) {
      if (status == MATCHED) {
        if (ids.isEmpty()) {
          firstNanos = System.nanoTime();
        }
        ids.add(id);
      } else {
        ids.remove(id);
      }
    }
    changed.run();
  }

  public synchronized boolean isEmpty() {
    return ids.isEmpty();
  }

  public synchronized int count() {
    return ids.size();
  }

  /** Whether there is one, and has been for this long: the other side has found us as well. */
  public synchronized boolean isSettled(long nanos) {
    return !ids.isEmpty() && System.nanoTime() - firstNanos >= nanos;
  }

  /** Whether one of them is a Cyclone DDS, by the vendor in its prefix (RTPS 2.5, 9.3.1.5). */
  public synchronized boolean includesCyclone() {
    return ids.stream().anyMatch(id -> id.isOf(CYCLONE));
  }
}
