package io.souschef.ros.transport.dds.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.Causes;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.PendingCall;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import io.souschef.ros.transport.dds.endpoint.DdsReader;
import io.souschef.ros.transport.dds.endpoint.Sample;
import io.souschef.ros.transport.dds.service.DdsClient;
import io.souschef.ros.transport.dds.service.InOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client of one action: three services and two topics. Safe for use by many threads. */
public final class DdsActionClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DdsActionClient.class);
  private static final TypeName STATUS = TypeName.of("action_msgs/msg/GoalStatusArray");

  private final DdsParticipant participant;
  private final CdrCodec codec;
  private final TypeName type;
  private final Causes dropped = new Causes(Duration.ofSeconds(30));
  private final Map<UUID, DdsGoal> goals = new ConcurrentHashMap<>();
  private final DdsClient sendGoal;
  private final DdsClient getResult;
  private final DdsClient cancelGoal;
  private final DdsReader feedback;
  private final DdsReader status;

  /** Peers are found while the endpoints are still being made. */
  private volatile boolean complete;

  public DdsActionClient(
      DdsParticipant participant,
      CdrCodec codec,
      Executor executor,
      String action,
      TypeName type,
      Wire wire) {
    this.participant = participant;
    this.codec = codec;
    this.type = type;
    String below = action + "/_action/";
    // What came first is told first: a goal that has ended hears no feedback any more.
    Executor inOrder = new InOrder(executor);
    Runnable matched = () -> executor.execute(this::checkServer);
    sendGoal =
        new DdsClient(
            participant,
            codec,
            executor,
            inOrder,
            below + "send_goal",
            type.part("SendGoal_Request"),
            type.part("SendGoal_Response"),
            wire,
            matched);
    getResult =
        new DdsClient(
            participant,
            codec,
            executor,
            inOrder,
            below + "get_result",
            type.part("GetResult_Request"),
            type.part("GetResult_Response"),
            wire,
            matched);
    cancelGoal =
        new DdsClient(
            participant,
            codec,
            executor,
            inOrder,
            below + "cancel_goal",
            GoalIds.CANCEL_GOAL.part("Request"),
            GoalIds.CANCEL_GOAL.part("Response"),
            wire,
            matched);
    feedback =
        participant.reader(
            "rt" + below + "feedback",
            type.part("FeedbackMessage"),
            Qos.RELIABLE,
            message ->
                participant.handOver(
                    action,
                    message,
                    inOrder,
                    () -> heard(message, this::feedback, "FeedbackMessage")),
            () -> {});
    status =
        participant.reader(
            "rt" + below + "status",
            STATUS,
            Qos.LATCHED,
            message ->
                participant.handOver(
                    action, message, inOrder, () -> heard(message, this::status, "")),
            () -> {});
    complete = true;
  }

  private void checkServer() {
    if (complete && sendGoal.isAlone()) {
      goals.values().forEach(goal -> goal.abandon("its server has gone"));
    }
  }

  private void heard(Sample message, Consumer<ObjectNode> listener, String part) {
    try {
      listener.accept(
          codec.decode(
              part.isEmpty() ? STATUS : type.part(part),
              message.body(),
              message.order(),
              this::longer));
    } catch (MalformedMessageException e) {
      dropped
          .next("%s: %s".formatted(type, e.getMessage()))
          .ifPresent(words -> LOG.warn("Dropped a message of {}", words));
    }
  }

  /** A newer release may tell more than is known of here: the rest is used all the same. */
  private void longer(String why) {
    dropped.next(why).ifPresent(words -> LOG.warn("Left out the end of a message: {}", words));
  }

  private void feedback(ObjectNode message) {
    DdsGoal goal = goals.get(id(message.at("/goal_id/uuid")));
    if (goal != null && message.get("feedback") instanceof ObjectNode values) {
      goal.feedback(values);
    }
  }

  private void status(ObjectNode message) {
    for (JsonNode entry : message.path("status_list")) {
      DdsGoal goal = goals.get(id(entry.at("/goal_info/goal_id/uuid")));
      if (goal != null) {
        goal.status(entry.path("status").asInt());
      }
    }
  }

  private static UUID id(JsonNode uuid) {
    try {
      return GoalIds.uuid(uuid.binaryValue());
    } catch (IOException e) {
      throw new MalformedMessageException("A goal id is not 16 bytes", e);
    }
  }

  /** Sends a goal; its feedback is told one after the other. */
  public ClientGoal send(String action, ObjectNode message, Consumer<ObjectNode> listener) {
    DdsGoal goal = new DdsGoal(this, action, listener);
    goals.put(goal.uuid().orElseThrow(), goal);
    var unused = goal.outcome().thenRun(() -> goals.remove(goal.uuid().orElseThrow()));
    goal.start(message);
    return goal;
  }

  PendingCall sendGoal(UUID id, ObjectNode message, Duration deadline) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.putObject("goal_id").put("uuid", GoalIds.bytes(id));
    request.set("goal", message);
    return sendGoal.call(request, deadline);
  }

  CompletableFuture<ObjectNode> getResult(UUID id, Duration deadline) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.putObject("goal_id").put("uuid", GoalIds.bytes(id));
    return getResult.call(request, deadline);
  }

  CompletableFuture<ObjectNode> cancel(ObjectNode request, Duration deadline) {
    return cancelGoal.call(request, deadline);
  }

  @Override
  public void close() {
    goals.values().forEach(goal -> goal.abandon("the transport was closed"));
    sendGoal.close();
    getResult.close();
    cancelGoal.close();
    participant.remove(feedback);
    participant.remove(status);
  }
}
