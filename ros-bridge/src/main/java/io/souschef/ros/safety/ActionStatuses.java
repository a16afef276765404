package io.souschef.ros.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
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
import org.jspecify.annotations.Nullable;

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
   * @param stampS when its server took it on, by the robot's clock, seconds; zero where it does not
   *     say
   * @param listed whether it stood in the last message still
   */
  record Heard(Life life, int status, double stampS, boolean listed) {

    UUID id() {
      return life.id();
    }

    static Heard first(UUID id, JsonNode entry) {
      return new Heard(
          new Life(id, System.nanoTime()),
          entry.path("status").asInt(),
          RosValues.seconds(entry.at("/goal_info/stamp")),
          true);
    }

    Heard unlisted() {
      return new Heard(life, status, stampS, false);
    }

    boolean isOver() {
      return status >= GoalStatus.SUCCEEDED.code() && status <= GoalStatus.ABORTED.code();
    }

    /**
     * Whether this is a new goal that was given an old one's id: it runs, and was taken on at
     * another time, or its server had forgotten the old one.
     */
    boolean isAnotherThan(Heard ended) {
      return !isOver() && (stampS != ended.stampS() || !ended.listed());
    }
  }

  /**
   * A goal of an id: servers that count their goals, or draw them anew after a restart, may give
   * one id to another goal later.
   *
   * @param firstNanos when it was first heard of, by the monotonic clock
   */
  record Life(UUID id, long firstNanos) {}

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
    Map<UUID, Heard> now = new LinkedHashMap<>();
    before.forEach((id, last) -> now.put(id, last.unlisted()));
    for (JsonNode entry : message.path("status_list")) {
      id(entry).ifPresent(id -> now.put(id, after(before.get(id), Heard.first(id, entry))));
    }
    while (now.size() > REMEMBERED) {
      now.remove(leastWanted(now));
    }
    heard.put(action, now);
  }

  /** What runs is kept longer than what has ended. */
  private static UUID leastWanted(Map<UUID, Heard> goals) {
    return goals.values().stream()
        .filter(Heard::isOver)
        .findFirst()
        .map(Heard::id)
        .orElseGet(() -> goals.keySet().iterator().next());
  }

  private static Heard after(@Nullable Heard last, Heard next) {
    if (last == null || (last.isOver() && next.isAnotherThan(last))) {
      return next;
    }
    // What has ended stays so, whatever comes late.
    int status = last.isOver() ? last.status() : next.status();
    return new Heard(last.life(), status, last.stampS(), true);
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
