package io.souschef.rosbridge.transport.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.transport.GoalStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The relay's actions. As rosbridge 2.0.0 does, it says nothing about a goal for an action that
 * nobody offers, and lets a goal run on when its client has gone.
 */
final class RelayActions {

  private static final String CANCEL = "/_action/cancel_goal";
  private static final int UNKNOWN_GOAL = 2;

  private static final String LEFT = "the action's server left the graph";

  private record Goal(String action, String clientId, RelayPeer client, RelayPeer server) {}

  private final Map<String, RelayPeer> servers = new ConcurrentHashMap<>();
  private final Map<String, Goal> goals = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  void advertise(RelayPeer peer, ObjectNode message) {
    servers.put(RosbridgeJson.text(message, "action"), peer);
  }

  void withdraw(RelayPeer peer, ObjectNode message) {
    servers.remove(RosbridgeJson.text(message, "action"), peer);
  }

  void send(RelayPeer client, ObjectNode message) {
    String action = RosbridgeJson.text(message, "action");
    RelayPeer server = servers.get(action);
    if (server == null) {
      return;
    }
    String id = "action_goal:%s:%d".formatted(action, ids.incrementAndGet());
    goals.put(id, new Goal(action, RosbridgeJson.text(message, "id"), client, server));
    ObjectNode op =
        RosbridgeJson.op("send_action_goal")
            .put("id", id)
            .put("action", action)
            .put("action_type", RosbridgeJson.text(message, "action_type"))
            .put("feedback", true);
    op.set("args", message.path("args"));
    server.send(op);
  }

  void cancel(ObjectNode message) {
    String clientId = RosbridgeJson.text(message, "id");
    goals.forEach(
        (id, goal) -> {
          if (goal.clientId().equals(clientId)) {
            cancel(id, goal);
          }
        });
  }

  private static void cancel(String id, Goal goal) {
    goal.server()
        .send(RosbridgeJson.op("cancel_action_goal").put("id", id).put("action", goal.action()));
  }

  /** Answers a call of an action's cancel service, if it is one. */
  boolean answersCancel(RelayPeer client, ObjectNode message) {
    String service = RosbridgeJson.text(message, "service");
    String action =
        service.endsWith(CANCEL) ? service.substring(0, service.length() - CANCEL.length()) : "";
    if (!servers.containsKey(action)) {
      return false;
    }
    ObjectNode answer = RelayServices.answer(message).put("result", true);
    ObjectNode values = answer.putObject("values");
    List<Map.Entry<String, Goal>> meant =
        asksForAll(message)
            ? goals.entrySet().stream().filter(e -> e.getValue().action().equals(action)).toList()
            : List.of();
    values.put("return_code", asksForAll(message) ? 0 : UNKNOWN_GOAL);
    var canceling = values.putArray("goals_canceling");
    for (Map.Entry<String, Goal> goal : meant) {
      cancel(goal.getKey(), goal.getValue());
      canceling.add(JsonNodeFactory.instance.objectNode());
    }
    client.send(answer);
    return true;
  }

  private static boolean asksForAll(ObjectNode message) {
    String uuid = message.at("/args/goal_info/goal_id/uuid").asText("");
    return uuid.chars().allMatch(c -> c == 'A' || c == '=');
  }

  void feedback(ObjectNode message) {
    Goal goal = goals.get(RosbridgeJson.text(message, "id"));
    if (goal != null) {
      ObjectNode op = RosbridgeJson.op("action_feedback");
      op.put("id", goal.clientId()).put("action", goal.action());
      op.set("values", message.path("values"));
      goal.client().send(op);
    }
  }

  void result(ObjectNode message) {
    Goal goal = goals.remove(RosbridgeJson.text(message, "id"));
    if (goal == null) {
      return;
    }
    if (message.path("result").asBoolean(false)) {
      end(goal, message.path("status").asInt(), message.path("values"));
    } else {
      end(goal, GoalStatus.ABORTED.code(), JsonNodeFactory.instance.objectNode());
    }
  }

  private static void end(Goal goal, int status, JsonNode values) {
    ObjectNode op = answer(goal).put("status", status).put("result", true);
    op.set("values", values);
    goal.client().send(op);
  }

  private static ObjectNode answer(Goal goal) {
    return RosbridgeJson.op("action_result")
        .put("id", goal.clientId())
        .put("action", goal.action());
  }

  void leave(RelayPeer peer) {
    servers.values().removeIf(peer::equals);
    goals.forEach(
        (id, goal) -> {
          if (goal.server().equals(peer) && goals.remove(id, goal)) {
            // Nobody knows whether the robot has stopped: that is no result of the goal.
            goal.client().send(answer(goal).put("result", false).put("values", LEFT));
          }
        });
  }
}
