package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler.ServerGoal;
import io.souschef.ros.transport.GoalStatus;
import java.util.concurrent.CompletableFuture;

/** A goal that came in for an action that is offered here. */
final class RosbridgeServerGoal implements ServerGoal {

  private final String id;
  private final String action;
  private final TypeName type;
  private final ObjectNode request;
  private final RosbridgeJson json;
  private final StandingSocket socket;
  private final Runnable ended;
  private final CompletableFuture<Boolean> canceling = new CompletableFuture<>();

  RosbridgeServerGoal(
      String id,
      String action,
      TypeName type,
      ObjectNode request,
      RosbridgeJson json,
      StandingSocket socket,
      Runnable ended) {
    this.id = id;
    this.action = action;
    this.type = type;
    this.request = request;
    this.json = json;
    this.socket = socket;
    this.ended = ended;
  }

  /** rosbridge has already accepted it, so refusing is aborting without a result. */
  void refuse(String why) {
    socket.send(refusal(id, action, why));
  }

  /** The reason is more than the protocol has; our own relay passes it on. */
  static ObjectNode refusal(String id, String action, String why) {
    ObjectNode op = RosbridgeJson.op("action_result").put("id", id).put("action", action);
    op.putObject("values");
    return op.put("status", GoalStatus.ABORTED.code()).put("result", false).put("reason", why);
  }

  void cancelAsked() {
    canceling.complete(true);
  }

  @Override
  public ObjectNode request() {
    return request;
  }

  @Override
  public void feedback(ObjectNode feedback) {
    ObjectNode op = RosbridgeJson.op("action_feedback").put("id", id).put("action", action);
    op.set("values", json.outgoing(type.part("Feedback"), feedback));
    socket.offer(op);
  }

  @Override
  public void onCancel(Runnable listener) {
    var unused = canceling.thenRun(listener);
  }

  @Override
  public void end(GoalStatus status, ObjectNode result) {
    ended.run();
    ObjectNode op = RosbridgeJson.op("action_result").put("id", id).put("action", action);
    op.set("values", json.outgoing(type.part("Result"), result));
    socket.send(op.put("status", status.code()).put("result", true));
  }
}
