package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The relay's actions. As rosbridge 2.0.0 does, it says nothing about a goal for an action that
 * nobody offers, and lets a goal run on when its client has gone. What becomes of goals also stands
 * on {@code /_action/status}.
 */
final class RelayActions {

  private static final String BELOW = "/_action/";
  private static final String CANCEL = BELOW + "cancel_goal";
  private static final UUID ALL = new UUID(0, 0);
  private static final int UNKNOWN_GOAL = 2;
  private static final int TERMINATED = 3;

  private static final int MOST_GOALS = 1_000;

  private static final String LEFT = "the action's server left the graph";

  private record Goal(
      UUID uuid, String action, String clientId, RelayPeer client, RelayPeer server) {}

  final RelayNames servers = new RelayNames("action");
  private final RelayStatuses statuses;
  private final Map<String, Goal> goals = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  RelayActions(RelayTopics topics) {
    statuses = new RelayStatuses(topics);
  }

  void advertise(RelayPeer peer, ObjectNode message) {
    servers.advertise(
        peer, RosbridgeJson.text(message, "action"), RosbridgeJson.text(message, "type"));
  }

  void withdraw(RelayPeer peer, ObjectNode message) {
    servers.withdraw(peer, RosbridgeJson.text(message, "action"));
  }

  void send(RelayPeer client, ObjectNode message) {
    String action = RosbridgeJson.text(message, "action");
    Optional<RelayPeer> server = servers.owner(action);
    if (server.isEmpty()) {
      return;
    }
    if (goals.size() >= MOST_GOALS) {
      client.warn("More than %s goals are under way".formatted(MOST_GOALS));
      return;
    }
    String id = String.format(Locale.ROOT, "action_goal:%s:%d", action, ids.incrementAndGet());
    Goal goal =
        new Goal(
            UUID.randomUUID(), action, RosbridgeJson.text(message, "id"), client, server.get());
    goals.put(id, goal);
    statuses.set(action, goal.uuid(), GoalStatus.EXECUTING.code());
    ObjectNode op =
        RosbridgeJson.op("send_action_goal")
            .put("id", id)
            .put("action", action)
            .put("action_type", RosbridgeJson.text(message, "action_type"))
            .put("feedback", true);
    op.set("args", message.path("args"));
    server.get().send(op);
  }

  /** Whether a topic is one of those on which an action's server tells of its goals. */
  static boolean isOwnTopic(String topic) {
    return topic.contains(BELOW);
  }

  /**
   * Any client may cancel a goal whose id it knows: stopping is never forbidden. Clients count
   * their goals, so that two may have chosen one id: each means its own then.
   */
  void cancel(RelayPeer from, ObjectNode message) {
    String clientId = RosbridgeJson.text(message, "id");
    boolean own =
        goals.values().stream()
            .anyMatch(goal -> goal.client().equals(from) && goal.clientId().equals(clientId));
    goals.forEach(
        (id, goal) -> {
          if (goal.clientId().equals(clientId) && (!own || goal.client().equals(from))) {
            cancel(id, goal);
          }
        });
  }

  private void cancel(String id, Goal goal) {
    statuses.set(goal.action(), goal.uuid(), GoalStatus.CANCELING.code());
    goal.server()
        .send(RosbridgeJson.op("cancel_action_goal").put("id", id).put("action", goal.action()));
  }

  /** Answers a call of an action's cancel service, if it is one. */
  boolean answersCancel(RelayPeer client, ObjectNode message) {
    String service = RosbridgeJson.text(message, "service");
    String action =
        service.endsWith(CANCEL) ? service.substring(0, service.length() - CANCEL.length()) : "";
    if (servers.owner(action).isEmpty()) {
      return false;
    }
    UUID asked = uuid(message);
    ObjectNode answer = RelayServices.answer(message).put("result", true);
    ObjectNode values = answer.putObject("values");
    var canceling = values.putArray("goals_canceling");
    goals.forEach(
        (id, goal) -> {
          if (goal.action().equals(action) && (asked.equals(ALL) || asked.equals(goal.uuid()))) {
            cancel(id, goal);
            canceling.add(RelayStatuses.info(goal.uuid()));
          }
        });
    boolean none = canceling.isEmpty() && !asked.equals(ALL);
    values.put(
        "return_code",
        !none ? 0 : statuses.get(action, asked).isPresent() ? TERMINATED : UNKNOWN_GOAL);
    client.send(answer);
    return true;
  }

  private static UUID uuid(ObjectNode message) {
    JsonNode uuid = message.at("/args/goal_info/goal_id/uuid");
    byte[] bytes = new byte[16];
    if (uuid.isArray()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) uuid.path(i).asInt();
      }
      return GoalIds.uuid(bytes);
    }
    try {
      byte[] told = Base64.getDecoder().decode(uuid.asText(""));
      return told.length == bytes.length ? GoalIds.uuid(told) : ALL;
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID(); // no id at all: nobody's goal
    }
  }

  /** Only its own server tells of a goal. */
  private Optional<Goal> goalOf(RelayPeer from, ObjectNode message) {
    String id = RosbridgeJson.text(message, "id");
    Goal goal = goals.get(id);
    if (goal != null && !goal.server().equals(from)) {
      from.warn("The goal %s is run by another client".formatted(id));
      return Optional.empty();
    }
    return Optional.ofNullable(goal);
  }

  void feedback(RelayPeer from, ObjectNode message) {
    goalOf(from, message)
        .ifPresent(
            goal -> {
              ObjectNode op = RosbridgeJson.op("action_feedback");
              op.put("id", goal.clientId()).put("action", goal.action());
              op.set("values", message.path("values"));
              goal.client().send(op);
            });
  }

  void result(RelayPeer from, ObjectNode message) {
    Optional<Goal> goal = goalOf(from, message);
    if (goal.isEmpty()) {
      return;
    }
    goals.remove(RosbridgeJson.text(message, "id"));
    if (message.path("result").asBoolean(false)) {
      end(goal.get(), message.path("status").asInt(), message.path("values"));
    } else {
      refused(goal.get(), RosbridgeJson.text(message, "reason"));
    }
  }

  /** As rosbridge since 2.0.5 says it, with the server's reason where it gave one. */
  private void refused(Goal goal, String reason) {
    statuses.set(goal.action(), goal.uuid(), GoalStatus.ABORTED.code());
    goal.client()
        .send(
            failed(goal)
                .put("values", reason.isEmpty() ? "goal was rejected" : "rejected: " + reason));
  }

  private void end(Goal goal, int status, JsonNode values) {
    statuses.set(goal.action(), goal.uuid(), status);
    ObjectNode op = answer(goal).put("status", status).put("result", true);
    op.set("values", values);
    goal.client().send(op);
  }

  private static ObjectNode answer(Goal goal) {
    return RosbridgeJson.op("action_result")
        .put("id", goal.clientId())
        .put("action", goal.action());
  }

  /** Its status stands beside the words, where roslibpy looks for one. */
  private static ObjectNode failed(Goal goal) {
    return answer(goal).put("result", false).put("status", GoalStatus.UNKNOWN.code());
  }

  void leave(RelayPeer peer) {
    servers.leave(peer);
    goals.forEach(
        (id, goal) -> {
          if (goal.server().equals(peer) && goals.remove(id, goal)) {
            statuses.forget(goal.action());
            // Nobody knows whether the robot has stopped: that is no result of the goal.
            goal.client().send(failed(goal).put("values", LEFT));
          }
        });
  }
}
