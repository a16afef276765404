package io.souschef.ros.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the servers of actions say of their goals on {@code /_action/status}: the one word on a
 * goal's end that does not depend on the socket it was sent on. Thread-safe.
 */
final class ActionStatuses implements AutoCloseable {

  private static final TypeName STATUSES = TypeName.of("action_msgs/msg/GoalStatusArray");
  private static final int REMEMBERED = 500;

  /**
   * What was last heard of a goal.
   *
   * @param firstNanos when it was first heard of, by the monotonic clock
   */
  record Heard(UUID id, int status, long firstNanos) {

    boolean isOver() {
      return status >= GoalStatus.SUCCEEDED.code() && status <= GoalStatus.ABORTED.code();
    }
  }

  private final Map<String, Map<UUID, Heard>> heard = new HashMap<>();
  private final Set<String> spoken = new HashSet<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  ActionStatuses(RosTransport transport, Set<String> actions) {
    for (String action : actions) {
      registrations.add(
          transport.subscribe(
              action + "/_action/status",
              STATUSES,
              Qos.LATCHED,
              message -> {
                update(action, message);
                listeners.forEach(Runnable::run);
              }));
    }
  }

  /** Told after every message. */
  Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private synchronized void update(String action, ObjectNode message) {
    spoken.add(action);
    Map<UUID, Heard> before = heard.getOrDefault(action, Map.of());
    Map<UUID, Heard> now = new LinkedHashMap<>(before);
    for (JsonNode entry : message.path("status_list")) {
      id(entry)
          .ifPresent(
              id -> {
                Heard last = before.get(id);
                long first = last == null ? System.nanoTime() : last.firstNanos();
                // What has ended stays so, whatever comes late.
                int status =
                    last != null && last.isOver() ? last.status() : entry.path("status").asInt();
                now.put(id, new Heard(id, status, first));
              });
    }
    while (now.size() > REMEMBERED) {
      now.remove(now.keySet().iterator().next());
    }
    heard.put(action, now);
  }

  private static Optional<UUID> id(JsonNode entry) {
    try {
      byte[] bytes = entry.at("/goal_info/goal_id/uuid").binaryValue();
      return bytes == null || bytes.length != 16
          ? Optional.empty()
          : Optional.of(GoalIds.uuid(bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The goals of an action that were heard of, the earliest first. */
  synchronized List<Heard> of(String action) {
    return List.copyOf(heard.getOrDefault(action, Map.of()).values());
  }

  /** Whether anything was heard of this action: silence then says something. */
  synchronized boolean hasSpoken(String action) {
    return spoken.contains(action);
  }

  @Override
  public void close() {
    registrations.forEach(Registration::close);
  }
}
