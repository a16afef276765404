package io.souschef.ros.transport.dds;

import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import us.ihmc.pubsub.common.Guid;

/** The endpoints of others that an endpoint of ours has found. Thread-safe. */
final class Peers {

  private static final String CYCLONE = "0110";

  /** As the native code numbers what happens; the other one is that a peer has gone. */
  private static final int MATCHED = 0;

  private final Runnable changed;
  private final Set<String> guids = new TreeSet<>();
  private long firstNanos;

  Peers(Runnable changed) {
    this.changed = changed;
  }

  /** Takes in what the middleware says: a status, and a GUID in two halves. */
  void update(int status, long guidHigh, long guidLow) {
    Guid found = new Guid();
    found.fromPrimitives(guidHigh, guidLow);
    String guid = text(found);
    synchronized (this) {
      if (status == MATCHED) {
        if (guids.isEmpty()) {
          firstNanos = System.nanoTime();
        }
        guids.add(guid);
      } else {
        guids.remove(guid);
      }
    }
    changed.run();
  }

  private static String text(Guid guid) {
    HexFormat hex = HexFormat.of();
    return hex.formatHex(guid.getGuidPrefix().getValue())
        + hex.formatHex(guid.getEntity().getValue());
  }

  synchronized boolean isEmpty() {
    return guids.isEmpty();
  }

  synchronized int count() {
    return guids.size();
  }

  /** Whether there is one, and has been for this long: the other side has found us as well. */
  synchronized boolean isSettled(long nanos) {
    return !guids.isEmpty() && System.nanoTime() - firstNanos >= nanos;
  }

  /** Whether one of them is a Cyclone DDS, by the vendor in its prefix (RTPS 2.5, 9.3.1.5). */
  synchronized boolean includesCyclone() {
    return guids.stream().anyMatch(guid -> guid.startsWith(CYCLONE));
  }
}
