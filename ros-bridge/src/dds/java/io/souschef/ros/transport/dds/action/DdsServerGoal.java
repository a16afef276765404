package io.souschef.ros.transport.dds.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.ActionHandler.ServerGoal;
import io.souschef.ros.transport.GoalStatus;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A goal that came in over DDS. */
final class DdsServerGoal implements ServerGoal {

  private final DdsActionServer server;
  private final UUID id;
  private final ObjectNode request;
  private final CompletableFuture<Boolean> canceling = new CompletableFuture<>();
  private final CompletableFuture<ObjectNode> result = new CompletableFuture<>();
  private volatile GoalStatus status = GoalStatus.EXECUTING;

  DdsServerGoal(DdsActionServer server, UUID id, ObjectNode request) {
    this.server = server;
    this.id = id;
    this.request = request;
  }

  UUID id() {
    return id;
  }

  GoalStatus status() {
    return status;
  }

  boolean isOver() {
    return result.isDone();
  }

  /** Completes with the response to the question for its result, once it has ended. */
  CompletableFuture<ObjectNode> result() {
    return result;
  }

  void cancelAsked() {
    if (status == GoalStatus.EXECUTING) {
      status = GoalStatus.CANCELING;
    }
    canceling.complete(true);
  }

  @Override
  public ObjectNode request() {
    return request;
  }

  @Override
  public void feedback(ObjectNode feedback) {
    server.publishFeedback(id, feedback);
  }

  @Override
  public void onCancel(Runnable listener) {
    var unused = canceling.thenRun(listener);
  }

  @Override
  public void end(GoalStatus ending, ObjectNode values) {
    status = ending;
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("status", ending.code());
    response.set("result", values);
    result.complete(response);
    server.publishStatus();
  }
}
