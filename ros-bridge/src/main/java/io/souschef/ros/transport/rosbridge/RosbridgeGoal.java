package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.GoalStatus;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A goal on a socket of its own. With rosbridge's default parameters a running goal blocks its
 * socket, so that a cancel on it is read only when the goal has ended: the control socket carries
 * the cancel as well.
 */
final class RosbridgeGoal implements ClientGoal {

  private final String id = "goal:" + UUID.randomUUID();
  private final String action;
  private final TypeName type;
  private final Consumer<ObjectNode> feedback;
  private final StandingSocket control;
  private final RosbridgeJson json;
  private final CompletableFuture<GoalOutcome> outcome = new CompletableFuture<>();
  private volatile @Nullable RosbridgeSocket own;
  private volatile boolean running;
  private boolean cancelAsked;

  RosbridgeGoal(
      String action,
      TypeName type,
      Consumer<ObjectNode> feedback,
      StandingSocket control,
      RosbridgeJson json) {
    this.action = action;
    this.type = type;
    this.feedback = feedback;
    this.control = control;
    this.json = json;
  }

  void start(SocketPool pool, ObjectNode goal) {
    ObjectNode op =
        RosbridgeJson.op("send_action_goal")
            .put("id", id)
            .put("action", action)
            .put("action_type", type.toString())
            .put("feedback", true);
    op.set("args", json.outgoing(type.part("Goal"), goal));
    var unused =
        pool.lease()
            .whenComplete(
                (socket, error) -> {
                  if (error != null) {
                    outcome.complete(
                        new GoalOutcome.Rejected(
                            "no socket could be opened for it: " + error.getMessage()));
                  } else {
                    send(pool, socket, op);
                  }
                });
  }

  private void send(SocketPool pool, RosbridgeSocket socket, ObjectNode op) {
    own = socket;
    socket.receiver(this::receive);
    if (!sent(socket, op)) {
      outcome.complete(new GoalOutcome.Rejected("it was canceled before it was sent"));
      pool.giveBack(socket);
      return;
    }
    var unusedLost =
        socket.lost().thenAccept(reason -> outcome.complete(new GoalOutcome.Lost(reason)));
    var unusedDone =
        outcome.thenAccept(
            ended -> {
              // Without the server's word something may still run on this socket.
              if (ended.isConfirmed()) {
                pool.giveBack(socket);
              } else {
                socket.close();
              }
            });
  }

  /** A cancel either keeps it from being sent, or comes after it. */
  private synchronized boolean sent(RosbridgeSocket socket, ObjectNode op) {
    if (outcome.isDone() || cancelAsked) {
      return false;
    }
    socket.send(op);
    return true;
  }

  private synchronized void noteCancel() {
    cancelAsked = true;
  }

  private void receive(ObjectNode message) {
    if (!RosbridgeJson.text(message, "id").equals(id)) {
      return;
    }
    switch (RosbridgeJson.text(message, "op")) {
      case "action_feedback" -> {
        running = true;
        feedback.accept(json.incoming(type.part("Feedback"), message.path("values")));
      }
      case "action_result" -> outcome.complete(ending(message));
      default -> {}
    }
  }

  private GoalOutcome ending(ObjectNode message) {
    JsonNode values = message.path("values");
    if (!message.path("result").asBoolean(false)) {
      String reason = values.asText("no reason given");
      // Only a rejection says that nothing moved; after any other error something still may.
      boolean rejected = !running && reason.toLowerCase(Locale.ROOT).contains("reject");
      return rejected ? new GoalOutcome.Rejected(reason) : new GoalOutcome.Lost(reason);
    }
    int status = message.path("status").asInt(GoalStatus.UNKNOWN.code());
    try {
      return GoalStatus.outcome(status, json.incoming(type.part("Result"), values));
    } catch (RuntimeException e) {
      // The robot's word on how it ended counts even when its result cannot be read.
      ObjectNode unreadable = JsonNodeFactory.instance.objectNode();
      return status == GoalStatus.CANCELED.code()
          ? new GoalOutcome.Canceled(unreadable)
          : new GoalOutcome.Aborted(unreadable.put("error_msg", e.getMessage()));
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String action() {
    return action;
  }

  @Override
  public CompletableFuture<GoalOutcome> outcome() {
    return outcome;
  }

  @Override
  public void cancel() {
    noteCancel();
    if (outcome.isDone() && outcome.join().isConfirmed()) {
      return; // a lost one may still run
    }
    ObjectNode op = RosbridgeJson.op("cancel_action_goal").put("id", id).put("action", action);
    control.send(op);
    RosbridgeSocket socket = own;
    if (socket != null) {
      socket.send(op);
    }
  }

  @Override
  public synchronized void abandon(String reason) {
    outcome.complete(new GoalOutcome.Lost(reason));
  }
}
