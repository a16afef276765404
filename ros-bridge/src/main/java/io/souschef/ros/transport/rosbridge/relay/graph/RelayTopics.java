package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The relay's topics. What nobody uses any more is forgotten in the same step in which the last one
 * leaves it, so that nobody joins what is being thrown away. Thread-safe.
 */
final class RelayTopics {

  private static final long MOST_LATCHED = 16L << 20;

  private record Offer(String type, boolean latches) {}

  private final NameLimit limit = new NameLimit("topic");
  private final Map<String, Set<RelayPeer>> subscribers = new ConcurrentHashMap<>();
  private final Map<String, Map<RelayPeer, Offer>> publishers = new ConcurrentHashMap<>();
  private final KeptMessages latched = new KeptMessages(MOST_LATCHED);

  /** The relay's own, which no client's messages take the room of. */
  private final KeptMessages own = new KeptMessages(MOST_LATCHED);

  void subscribe(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    if (limit.refuses(peer, topic, subscribers)) {
      return;
    }
    boolean[] first = new boolean[1];
    subscribers.compute(
        topic,
        (key, before) -> {
          Set<RelayPeer> peers = before == null ? ConcurrentHashMap.newKeySet() : before;
          first[0] = peers.add(peer);
          return peers;
        });
    if (first[0]) {
      own.get(topic).or(() -> latched.get(topic)).ifPresent(peer::send);
    }
  }

  void unsubscribe(RelayPeer peer, ObjectNode message) {
    unsubscribe(peer, RosbridgeJson.text(message, "topic"));
  }

  private void unsubscribe(RelayPeer peer, String topic) {
    subscribers.computeIfPresent(
        topic,
        (key, peers) -> {
          peers.remove(peer);
          return peers.isEmpty() ? null : peers;
        });
  }

  void advertise(RelayPeer peer, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    if (limit.refuses(peer, topic, publishers)) {
      return;
    }
    Offer offer =
        new Offer(RosbridgeJson.text(message, "type"), message.path("latch").asBoolean(false));
    publishers.compute(
        topic,
        (key, before) -> {
          Map<RelayPeer, Offer> offers = before == null ? new ConcurrentHashMap<>() : before;
          offers.put(peer, offer);
          return offers;
        });
    forgetUnlessLatched(topic);
  }

  void unadvertise(RelayPeer peer, ObjectNode message) {
    unadvertise(peer, RosbridgeJson.text(message, "topic"));
  }

  private void unadvertise(RelayPeer peer, String topic) {
    publishers.computeIfPresent(
        topic,
        (key, offers) -> {
          offers.remove(peer);
          return offers.isEmpty() ? null : offers;
        });
    forgetUnlessLatched(topic);
  }

  /** As with a writer of ROS 2, what it kept for who comes late goes with it. */
  private void forgetUnlessLatched(String topic) {
    if (!isLatched(topic)) {
      latched.forget(topic);
    }
  }

  private boolean isLatched(String topic) {
    return publishers.getOrDefault(topic, Map.of()).values().stream().anyMatch(Offer::latches);
  }

  void publish(ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    ObjectNode copy = RosbridgeJson.op("publish").put("topic", topic);
    copy.set("msg", message.path("msg"));
    if (isLatched(topic)) {
      latched.keep(topic, copy);
      forgetUnlessLatched(topic); // it may have left meanwhile
    }
    subscribers.getOrDefault(topic, Set.of()).forEach(peer -> peer.offer(copy));
  }

  /** Publishes a message of the relay's own, which who comes late receives, too. */
  void publishLatched(String topic, ObjectNode message) {
    ObjectNode op = RosbridgeJson.op("publish").put("topic", topic);
    op.set("msg", message);
    own.keep(topic, op);
    subscribers.getOrDefault(topic, Set.of()).forEach(peer -> peer.send(op));
  }

  /** Nothing of the relay's own is kept for who comes late to this topic any more. */
  void forgetLatched(String topic) {
    own.forget(topic);
  }

  void leave(RelayPeer peer) {
    subscribers.forEach(
        (topic, peers) -> {
          if (peers.contains(peer)) {
            unsubscribe(peer, topic);
          }
        });
    publishers.forEach(
        (topic, offers) -> {
          if (offers.containsKey(peer)) {
            unadvertise(peer, topic);
          }
        });
  }

  /** Every topic that somebody publishes, and its type. */
  Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    publishers.forEach(
        (topic, offers) ->
            offers.values().stream()
                .findFirst()
                .ifPresent(offer -> types.put(topic, offer.type())));
    return types;
  }

  /** Everybody who publishes or subscribes. */
  Set<RelayPeer> peers() {
    Set<RelayPeer> all = new HashSet<>();
    subscribers.values().forEach(all::addAll);
    publishers.values().forEach(offers -> all.addAll(offers.keySet()));
    return all;
  }

  /** The topics that somebody like this publishes, or hears. */
  List<String> of(Predicate<RelayPeer> who, boolean publishing) {
    return (publishing ? publishers : subscribers)
        .keySet().stream()
            .filter(
                topic ->
                    (publishing ? publishers(topic) : subscribers(topic)).stream().anyMatch(who))
            .sorted()
            .toList();
  }

  Set<RelayPeer> publishers(String topic) {
    return publishers.getOrDefault(topic, Map.of()).keySet();
  }

  Set<RelayPeer> subscribers(String topic) {
    return subscribers.getOrDefault(topic, Set.of());
  }
}
