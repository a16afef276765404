package io.souschef.ros.transport.rosbridge.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The relay's topics. */
final class RelayTopics {

  private final Map<String, Set<RelayPeer>> subscribers = new ConcurrentHashMap<>();
  private final Map<String, Map<RelayPeer, String>> publishers = new ConcurrentHashMap<>();
  private final Set<String> latched = ConcurrentHashMap.newKeySet();
  private final Map<String, ObjectNode> last = new ConcurrentHashMap<>();

  void subscribe(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
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
    publishers
        .computeIfAbsent(topic, t -> new ConcurrentHashMap<>())
        .put(peer, RosbridgeJson.text(message, "type"));
    if (message.path("latch").asBoolean(false)) {
      latched.add(topic);
    } else if (latched.remove(topic)) {
      last.remove(topic);
    }
  }

  void unadvertise(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    publishers.getOrDefault(topic, Map.of()).remove(peer);
    if (latched.remove(topic)) {
      last.remove(topic);
    }
  }

  void publish(ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    ObjectNode copy = RosbridgeJson.op("publish").put("topic", topic);
    copy.set("msg", message.path("msg"));
    if (latched.contains(topic)) {
      last.put(topic, copy);
    }
    subscribers.getOrDefault(topic, Set.of()).forEach(peer -> peer.offer(copy));
  }

  /** Publishes a message of the relay's own, which who comes late receives, too. */
  void publishLatched(String topic, ObjectNode message) {
    ObjectNode op = RosbridgeJson.op("publish").put("topic", topic);
    op.set("msg", message);
    last.put(topic, op);
    subscribers.getOrDefault(topic, Set.of()).forEach(peer -> peer.send(op));
  }

  void leave(RelayPeer peer) {
    subscribers.values().forEach(peers -> peers.remove(peer));
    publishers.values().forEach(peers -> peers.remove(peer));
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
