package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.GoalStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What {@code /_action/status} tells of an action's goals: all that run, and the last that ended.
 * Thread-safe.
 */
final class RelayStatuses {

  private static final int REMEMBERED = 50;

  private final RelayTopics topics;
  private final Map<String, Map<UUID, Integer>> actions = new LinkedHashMap<>();

  RelayStatuses(RelayTopics topics) {
    this.topics = topics;
  }

  synchronized void set(String action, UUID id, int status) {
    Map<UUID, Integer> goals = actions.computeIfAbsent(action, key -> new LinkedHashMap<>());
    goals.put(id, status);
    if (goals.size() > REMEMBERED) {
      goals.entrySet().stream()
          .filter(goal -> isOver(goal.getValue()))
          .findFirst()
          .map(Map.Entry::getKey)
          .ifPresent(goals::remove);
    }
    publish(action, goals);
  }

  /** The status of a goal; empty when there is none of this id. */
  synchronized Optional<Integer> get(String action, UUID id) {
    return Optional.ofNullable(actions.getOrDefault(action, Map.of()).get(id));
  }

  /** The goals of a server that has gone: nobody tells of them any more. */
  synchronized void forget(String action) {
    actions.remove(action);
    topics.forgetLatched(topic(action));
  }

  static boolean isOver(int status) {
    return status >= GoalStatus.SUCCEEDED.code();
  }

  private void publish(String action, Map<UUID, Integer> goals) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ArrayNode list = message.putArray("status_list");
    goals.forEach(
        (id, status) -> list.addObject().put("status", status).set("goal_info", info(id)));
    topics.publishLatched(topic(action), message);
  }

  private static String topic(String action) {
    return action + "/_action/status";
  }

  /** {@code action_msgs/msg/GoalInfo}. */
  static ObjectNode info(UUID id) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.putObject("goal_id").put("uuid", GoalIds.bytes(id));
    info.putObject("stamp").put("sec", 0).put("nanosec", 0);
    return info;
  }
}
