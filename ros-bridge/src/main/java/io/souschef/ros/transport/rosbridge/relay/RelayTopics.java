package io.souschef.ros.transport.rosbridge.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The relay's topics. */
final class RelayTopics {

  private static final int MOST = 10_000;
  private static final int LONGEST = 500;

  /** Characters of all latched messages: who comes late receives no more than that. */
  private static final long MOST_LATCHED = 16L << 20;

  private final Map<String, Set<RelayPeer>> subscribers = new ConcurrentHashMap<>();
  private final Map<String, Map<RelayPeer, String>> publishers = new ConcurrentHashMap<>();
  private final Set<String> latched = ConcurrentHashMap.newKeySet();
  private final Map<String, ObjectNode> last = new ConcurrentHashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private long latchedSize;

  /** Refuses names without end; what nobody uses any more is forgotten. */
  private static <T> boolean isFull(RelayPeer peer, Map<String, T> map, String topic) {
    if (topic.length() <= LONGEST && (map.size() < MOST || map.containsKey(topic))) {
      return false;
    }
    peer.warn(
        "This small rosbridge keeps at most %s topics, of names up to %s characters"
            .formatted(MOST, LONGEST));
    return true;
  }

  void subscribe(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    if (isFull(peer, subscribers, topic)) {
      return;
    }
    boolean first =
        subscribers.computeIfAbsent(topic, t -> ConcurrentHashMap.newKeySet()).add(peer);
    ObjectNode kept = last.get(topic);
    if (first && kept != null) {
      peer.send(kept);
    }
  }

  void unsubscribe(RelayPeer peer, ObjectNode message) {
    subscribers.getOrDefault(RosbridgeJson.text(message, "topic"), Set.of()).remove(peer);
  }

  void advertise(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    if (isFull(peer, publishers, topic)) {
      return;
    }
    publishers
        .computeIfAbsent(topic, t -> new ConcurrentHashMap<>())
        .put(peer, RosbridgeJson.text(message, "type"));
    if (message.path("latch").asBoolean(false)) {
      latched.add(topic);
    } else if (latched.remove(topic)) {
      unlatch(topic);
    }
  }

  void unadvertise(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    publishers.getOrDefault(topic, Map.of()).remove(peer);
    if (latched.remove(topic)) {
      unlatch(topic);
    }
  }

  void publish(ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    ObjectNode copy = RosbridgeJson.op("publish").put("topic", topic);
    copy.set("msg", message.path("msg"));
    if (latched.contains(topic)) {
      latch(topic, copy);
    }
    subscribers.getOrDefault(topic, Set.of()).forEach(peer -> peer.offer(copy));
  }

  /** Keeps a message for those who come late, unless there is no room for it. */
  private synchronized void latch(String topic, ObjectNode message) {
    long size = RosbridgeJson.write(message).length();
    latchedSize -= sizes.getOrDefault(topic, 0L);
    sizes.remove(topic);
    last.remove(topic);
    if (latchedSize + size <= MOST_LATCHED) {
      last.put(topic, message);
      sizes.put(topic, size);
      latchedSize += size;
    }
  }

  private synchronized void unlatch(String topic) {
    last.remove(topic);
    Long size = sizes.remove(topic);
    latchedSize -= size == null ? 0 : size;
  }

  /** Publishes a message of the relay's own, which who comes late receives, too. */
  void publishLatched(String topic, ObjectNode message) {
    ObjectNode op = RosbridgeJson.op("publish").put("topic", topic);
    op.set("msg", message);
    latch(topic, op);
    subscribers.getOrDefault(topic, Set.of()).forEach(peer -> peer.send(op));
  }

  void leave(RelayPeer peer) {
    subscribers.values().forEach(peers -> peers.remove(peer));
    publishers.values().forEach(peers -> peers.remove(peer));
    subscribers.values().removeIf(Set::isEmpty);
    publishers.values().removeIf(Map::isEmpty);
  }

  /** Every topic that somebody publishes, and its type. */
  Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    publishers.forEach(
        (topic, peers) ->
            peers.values().stream().findFirst().ifPresent(type -> types.put(topic, type)));
    return types;
  }

  Set<RelayPeer> publishers(String topic) {
    return publishers.getOrDefault(topic, Map.of()).keySet();
  }

  Set<RelayPeer> subscribers(String topic) {
    return subscribers.getOrDefault(topic, Set.of());
  }
}
