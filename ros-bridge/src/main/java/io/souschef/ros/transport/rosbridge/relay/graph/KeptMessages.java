package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last message of each latched topic, up to a sum of characters. Thread-safe. */
final class KeptMessages {

  private record Kept(ObjectNode message, long characters) {}

  private final long most;
  private final Map<String, Kept> last = new ConcurrentHashMap<>();
  private long sum;

  /**
   * Room for messages.
   *
   * @param most characters of them all: who comes late receives no more than that
   */
  KeptMessages(long most) {
    this.most = most;
  }

  /** Keeps a message in place of the one before, unless there is no room for it. */
  void keep(String topic, ObjectNode message) {
    long characters = RosbridgeJson.write(message).length(); // long ones keep nobody waiting
    synchronized (this) {
      forget(topic);
      if (sum + characters <= most) {
        last.put(topic, new Kept(message, characters));
        sum += characters;
      }
    }
  }

  synchronized void forget(String topic) {
    Kept kept = last.remove(topic);
    sum -= kept == null ? 0 : kept.characters();
  }

  Optional<ObjectNode> get(String topic) {
    return Optional.ofNullable(last.get(topic)).map(Kept::message);
  }
}
