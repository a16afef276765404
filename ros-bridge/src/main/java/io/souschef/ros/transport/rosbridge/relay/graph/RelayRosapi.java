package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * What rosapi's node tells of the graph, as far as roslibpy and Foxglove ask for it: topics,
 * services, actions, their types, and who offers them.
 */
final class RelayRosapi {

  private static final String BELOW = "/rosapi/";

  private final RelayTopics topics;
  private final RelayNames services;
  private final RelayNames actions;
  private final Map<RelayPeer, String> names = new WeakHashMap<>();
  private int numbered;

  RelayRosapi(RelayTopics topics, RelayNames services, RelayNames actions) {
    this.topics = topics;
    this.services = services;
    this.actions = actions;
  }

  /** Answers a call of one of rosapi's services, if it is one and nobody else serves it. */
  boolean answers(RelayPeer client, ObjectNode message) {
    String service = RosbridgeJson.text(message, "service");
    if (!service.startsWith(BELOW) || services.types().containsKey(service)) {
      return false;
    }
    Optional<ObjectNode> values =
        values(
            service.substring(BELOW.length()),
            message.path("args").path("topic").asText(""),
            message);
    ObjectNode answer = RelayServices.answer(message).put("result", values.isPresent());
    if (values.isPresent()) {
      answer.set("values", values.get());
    } else {
      answer.put("values", "Service %s does not exist".formatted(service));
    }
    client.send(answer);
    return true;
  }

  private Optional<ObjectNode> values(String question, String topic, ObjectNode message) {
    Map<String, String> types = topics.types();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    switch (question) {
      case "topics" -> {
        texts(answer, "topics", types.keySet());
        texts(answer, "types", types.values());
      }
      case "topics_and_raw_types" -> {
        texts(answer, "topics", types.keySet());
        texts(answer, "types", types.values());
        texts(answer, "typedefs_full_text", types.keySet().stream().map(t -> "").toList());
      }
      case "topics_for_type" ->
          texts(answer, "topics", named(types, message.at("/args/type").asText("")));
      case "topic_type" -> answer.put("type", types.getOrDefault(topic, ""));
      case "publishers" -> texts(answer, "publishers", names(topics.publishers(topic)));
      case "subscribers" -> texts(answer, "subscribers", names(topics.subscribers(topic)));
      case "services" -> texts(answer, "services", services.types().keySet());
      case "service_type" ->
          answer.put(
              "type", services.types().getOrDefault(message.at("/args/service").asText(""), ""));
      case "action_servers" -> texts(answer, "action_servers", actions.types().keySet());
      case "action_type" ->
          answer.put(
              "type", actions.types().getOrDefault(message.at("/args/action").asText(""), ""));
      case "services_for_type" ->
          texts(answer, "services", named(services.types(), message.at("/args/type").asText("")));
      case "nodes" -> texts(answer, "nodes", names(topics.peers()));
      case "node_details" -> details(answer, message.at("/args/node").asText(""));
      case "get_time" -> {
        Instant now = Instant.now();
        answer.putObject("time").put("sec", now.getEpochSecond()).put("nanosec", now.getNano());
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(answer);
  }

  private static List<String> named(Map<String, String> types, String type) {
    return types.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What a client publishes, hears and serves; nothing of one that there is not. */
  private void details(ObjectNode answer, String node) {
    texts(answer, "subscribing", topics.of(peer -> isNamed(peer, node), false));
    texts(answer, "publishing", topics.of(peer -> isNamed(peer, node), true));
    texts(answer, "services", services.of(peer -> isNamed(peer, node)));
  }

  private boolean isNamed(RelayPeer peer, String node) {
    synchronized (names) {
      return node.equals(names.get(peer));
    }
  }

  private List<String> names(Collection<RelayPeer> peers) {
    synchronized (names) {
      for (RelayPeer peer : peers) {
        if (!names.containsKey(peer)) {
          names.put(peer, "/client_" + ++numbered);
        }
      }
      return peers.stream().map(names::get).sorted().toList();
    }
  }

  private static void texts(ObjectNode answer, String field, Collection<String> values) {
    ArrayNode array = answer.putArray(field);
    values.forEach(array::add);
  }
}
