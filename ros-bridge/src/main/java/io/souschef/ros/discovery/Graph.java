package io.souschef.ros.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.execution.RobotException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * What there is on a graph, as {@code /rosapi} tells it.
 *
 * @param topics name to type
 * @param actions name to type
 * @param classes what the detector was seen to call things
 */
record Graph(Map<String, String> topics, Map<String, String> actions, Set<String> classes) {

  static final String DETECTIONS = "vision_msgs/msg/Detection3DArray";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Asks, and listens to the detector for a while.
   *
   * @throws RobotException when there is no {@code /rosapi}
   */
  static Graph of(RosTransport transport, Duration listening) {
    JsonNode all = ask(transport, "topics", "Topics", json());
    Map<String, String> topics = new TreeMap<>();
    for (int i = 0; i < all.path("topics").size(); i++) {
      topics.put(all.at("/topics/" + i).asText(), all.at("/types/" + i).asText());
    }
    Map<String, String> actions = new TreeMap<>();
    for (JsonNode name :
        ask(transport, "action_servers", "GetActionServers", json()).at("/action_servers")) {
      ObjectNode which = json().put("action", name.asText());
      actions.put(
          name.asText(), ask(transport, "action_type", "ActionType", which).path("type").asText());
    }
    return new Graph(topics, actions, classes(transport, topics, listening));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode ask(
      RosTransport transport, String question, String type, ObjectNode request) {
    try {
      return transport
          .call("/rosapi/" + question, new TypeName("rosapi_msgs", "srv", type), request, PATIENCE)
          .get();
    } catch (ExecutionException e) {
      throw new RobotException(
          "/rosapi/%s does not answer (%s); start rosapi beside rosbridge"
              .formatted(question, String.valueOf(e.getCause())),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RobotException("Interrupted", e);
    }
  }

  private static Set<String> classes(
      RosTransport transport, Map<String, String> topics, Duration listening) {
    Set<String> classes = new ConcurrentSkipListSet<>();
    Optional<Registration> open =
        first(topics, DETECTIONS)
            .map(
                topic ->
                    transport.subscribe(
                        topic,
                        TypeName.of(DETECTIONS),
                        Qos.SENSOR,
                        message -> add(message, classes)));
    if (open.isPresent()) {
      LockSupport.parkNanos(listening.toNanos());
      open.get().close();
    }
    classes.remove("");
    return new TreeSet<>(classes);
  }

  private static void add(ObjectNode detections, Set<String> classes) {
    detections
        .path("detections")
        .forEach(one -> classes.add(one.at("/results/0/hypothesis/class_id").asText()));
  }

  /** The first name of a type. */
  static Optional<String> first(Map<String, String> of, String type) {
    return names(of, type).stream().findFirst();
  }

  static List<String> names(Map<String, String> of, String type) {
    return of.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type))
        .map(Map.Entry::getKey)
        .toList();
  }
}
