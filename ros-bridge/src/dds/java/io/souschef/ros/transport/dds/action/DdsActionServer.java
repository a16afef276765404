package io.souschef.ros.transport.dds.action;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import io.souschef.ros.transport.dds.endpoint.DdsWriter;
import io.souschef.ros.transport.dds.service.DdsServer;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A server of one action, in the mapping of rmw_cyclonedds. */
public final class DdsActionServer implements Registration {

  private static final TypeName STATUS = TypeName.of("action_msgs/msg/GoalStatusArray");
  private static final int REMEMBERED = 64;
  private static final int UNKNOWN_GOAL = 2;

  private final DdsParticipant participant;
  private final CdrCodec codec;
  private final TypeName type;
  private final ActionHandler handler;
  private final Map<UUID, DdsServerGoal> goals =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DdsServerGoal> eldest) {
          return size() > REMEMBERED && eldest.getValue().isOver();
        }
      };
  private final DdsWriter feedback;
  private final DdsWriter status;
  private final List<DdsServer> services;

  public DdsActionServer(
      DdsParticipant participant,
      CdrCodec codec,
      Executor executor,
      String action,
      TypeName type,
      ActionHandler handler) {
    this.participant = participant;
    this.codec = codec;
    this.type = type;
    this.handler = handler;
    String below = action + "/_action/";
    feedback =
        participant.writer(
            "rt" + below + "feedback", type.part("FeedbackMessage"), Qos.RELIABLE, () -> {});
    status = participant.writer("rt" + below + "status", STATUS, Qos.LATCHED, () -> {});
    services =
        List.of(
            new DdsServer(
                participant,
                codec,
                executor,
                below + "send_goal",
                type.part("SendGoal_Request"),
                type.part("SendGoal_Response"),
                this::sendGoal),
            new DdsServer(
                participant,
                codec,
                executor,
                below + "get_result",
                type.part("GetResult_Request"),
                type.part("GetResult_Response"),
                this::getResult),
            new DdsServer(
                participant,
                codec,
                executor,
                below + "cancel_goal",
                GoalIds.CANCEL_GOAL.part("Request"),
                GoalIds.CANCEL_GOAL.part("Response"),
                this::cancelGoal));
  }

  private static UUID id(ObjectNode message, String pointer) {
    try {
      return GoalIds.uuid(message.at(pointer).binaryValue());
    } catch (IOException e) {
      throw new MalformedMessageException("A goal id is not 16 bytes", e);
    }
  }

  private CompletionStage<ObjectNode> sendGoal(ObjectNode request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    UUID id = id(request, "/goal_id/uuid");
    boolean taken =
        request.get("goal") instanceof ObjectNode goal
            && handler.refuse(goal).isEmpty()
            && start(id, goal);
    return CompletableFuture.completedFuture(answer.put("accepted", taken));
  }

  private boolean start(UUID id, ObjectNode request) {
    DdsServerGoal goal = new DdsServerGoal(this, id, request);
    synchronized (goals) {
      if (goals.putIfAbsent(id, goal) != null) {
        return false;
      }
    }
    publishStatus();
    handler.start(goal);
    return true;
  }

  private CompletionStage<ObjectNode> getResult(ObjectNode request) {
    DdsServerGoal goal;
    synchronized (goals) {
      goal = goals.get(id(request, "/goal_id/uuid"));
    }
    return goal == null
        ? CompletableFuture.completedFuture(
            JsonNodeFactory.instance.objectNode().put("status", GoalStatus.UNKNOWN.code()))
        : goal.result();
  }

  private CompletionStage<ObjectNode> cancelGoal(ObjectNode request) {
    UUID id = id(request, "/goal_info/goal_id/uuid");
    List<DdsServerGoal> meant;
    synchronized (goals) {
      meant =
          goals.values().stream()
              .filter(goal -> id.equals(new UUID(0, 0)) || goal.id().equals(id))
              .filter(goal -> !goal.isOver())
              .toList();
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("return_code", meant.isEmpty() && !id.equals(new UUID(0, 0)) ? UNKNOWN_GOAL : 0);
    ArrayNode canceling = answer.putArray("goals_canceling");
    meant.forEach(goal -> canceling.add(info(goal.id())));
    meant.forEach(DdsServerGoal::cancelAsked);
    publishStatus();
    return CompletableFuture.completedFuture(answer);
  }

  private static ObjectNode info(UUID id) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.putObject("goal_id").put("uuid", GoalIds.bytes(id));
    return info;
  }

  void publishFeedback(UUID id, ObjectNode values) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("goal_id").put("uuid", GoalIds.bytes(id));
    message.set("feedback", values);
    byte[] body = codec.encode(type.part("FeedbackMessage"), message, ByteOrder.LITTLE_ENDIAN);
    synchronized (feedback) {
      feedback.write(body);
    }
  }

  void publishStatus() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ArrayNode list = message.putArray("status_list");
    synchronized (goals) {
      for (DdsServerGoal goal : goals.values()) {
        ObjectNode entry = list.addObject();
        entry.set("goal_info", info(goal.id()));
        entry.put("status", goal.status().code());
      }
    }
    byte[] body = codec.encode(STATUS, message, ByteOrder.LITTLE_ENDIAN);
    synchronized (status) {
      status.write(body);
    }
  }

  @Override
  public void close() {
    services.forEach(DdsServer::close);
    participant.remove(feedback);
    participant.remove(status);
  }
}
