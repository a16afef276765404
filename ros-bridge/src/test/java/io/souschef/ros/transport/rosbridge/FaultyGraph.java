package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayGraph;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayPeer;
import io.souschef.ros.transport.rosbridge.relay.graph.RelayServices;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A rosbridge server with the faults that real ones have. */
public final class FaultyGraph extends RelayGraph {

  private static final Set<String> SLOW =
      Set.of("send_action_goal", "cancel_action_goal", "call_service");

  /** Whether a running goal keeps its socket's next messages waiting, as Humble's default does. */
  public volatile boolean goalsBlockTheirSocket;

  /** Whether results of goals are kept back: what a rejected goal looks like in 2.0.0. */
  public volatile boolean resultsAreSwallowed;

  /** Whether results are lost on their way to the client, though the status tells of them. */
  public volatile boolean resultsAreLost;

  /** Whether cancels are not heard at all. */
  public volatile boolean cancelsAreSwallowed;

  /** Whether goals are not taken on, and nobody says so: rosbridge before 2.0.5 and 2.5. */
  public volatile boolean goalsAreRejectedSilently;

  /** Whether servers refuse to cancel. */
  public volatile boolean cancelsAreRefused;

  /** What every call of {@code /grasp} is answered with, as failed; its server's word if empty. */
  public volatile String callsAreAnswered = "";

  /** How long every goal, cancel and call lies before it is read, milliseconds. */
  public volatile long readDelayMs;

  /** Whose goals came in. */
  final Set<RelayPeer> senders = ConcurrentHashMap.newKeySet();

  /** Who listens to what the robot detects. */
  final Set<RelayPeer> observers = ConcurrentHashMap.newKeySet();

  private final Map<RelayPeer, Queue<ObjectNode>> blocked = new ConcurrentHashMap<>();
  private final Map<String, RelayPeer> clients = new ConcurrentHashMap<>();
  final Set<String> ops = ConcurrentHashMap.newKeySet();

  @Override
  public void receive(RelayPeer from, ObjectNode message) {
    String op = RosbridgeJson.text(message, "op");
    ops.add(op);
    if (op.equals("send_action_goal")) {
      senders.add(from);
    }
    if (op.equals("subscribe") && RosbridgeJson.text(message, "topic").equals("/detections")) {
      observers.add(from);
    }
    if (goalsAreRejectedSilently && op.equals("send_action_goal")) {
      return;
    }
    if (readDelayMs > 0 && SLOW.contains(op)) {
      LockSupport.parkNanos(readDelayMs * 1_000_000);
    }
    if (op.equals("action_result") && resultsAreSwallowed) {
      return;
    }
    String service = RosbridgeJson.text(message, "service");
    if (op.equals("call_service") && !callsAreAnswered.isEmpty() && service.equals("/grasp")) {
      from.send(RelayServices.answer(message).put("values", callsAreAnswered).put("result", false));
      return;
    }
    if (cancelsAreRefused && op.equals("cancel_action_goal")) {
      return;
    }
    if (cancelsAreRefused && RosbridgeJson.text(message, "service").endsWith("cancel_goal")) {
      ObjectNode answer = RelayServices.answer(message).put("result", true);
      answer.putObject("values").put("return_code", 1).putArray("goals_canceling");
      from.send(answer);
      return;
    }
    if (cancelsAreSwallowed
        && (op.equals("cancel_action_goal")
            || RosbridgeJson.text(message, "service").endsWith("cancel_goal"))) {
      return;
    }
    Queue<ObjectNode> waiting = blocked.get(from);
    if (waiting != null) {
      waiting.add(message);
      return;
    }
    if (resultsAreLost && op.equals("send_action_goal")) {
      super.receive(losing(from), message);
      return;
    }
    if (!goalsBlockTheirSocket || !op.equals("send_action_goal")) {
      super.receive(from, message);
      return;
    }
    blocked.put(from, new ArrayDeque<>());
    clients.put(RosbridgeJson.text(message, "id"), from);
    RelayPeer watching =
        answer -> {
          from.send(answer);
          if (RosbridgeJson.text(answer, "op").equals("action_result")) {
            release(clients.remove(RosbridgeJson.text(answer, "id")));
          }
        };
    super.receive(watching, message);
  }

  private static RelayPeer losing(RelayPeer from) {
    return answer -> {
      if (!RosbridgeJson.text(answer, "op").equals("action_result")) {
        from.send(answer);
      }
    };
  }

  private void release(@org.jspecify.annotations.Nullable RelayPeer client) {
    Queue<ObjectNode> waiting = client == null ? null : blocked.remove(client);
    if (client != null && waiting != null) {
      waiting.forEach(message -> receive(client, message));
    }
  }
}
