package io.souschef.ros.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport.Qos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every way to a ROS 2 graph does, seen by a planner and a robot that meet on it. */
public abstract class RosTransportContract {

  protected static final ObjectMapper JSON = new ObjectMapper();
  private static final int GOALS = 100;
  private static final int CALLS = 24;
  protected static final Duration PATIENCE = Duration.ofSeconds(40);
  protected static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  protected static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  protected static final TypeName IMAGE = TypeName.of("sensor_msgs/msg/Image");
  protected static final TypeName SET_BOOL = TypeName.of("std_srvs/srv/SetBool");
  protected static final TypeName GRIPPER = TypeName.of("control_msgs/action/GripperCommand");

  protected abstract RosTransport robot();

  protected abstract RosTransport planner();

  protected static ObjectNode json(String text) throws Exception {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  protected static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Takes every goal on whose position is not negative, and keeps it until told how it ends. */
  protected final BlockingQueue<ActionHandler.ServerGoal> gripper(String name) throws Exception {
    BlockingQueue<ActionHandler.ServerGoal> goals = new LinkedBlockingQueue<>();
    robot()
        .serveAction(
            name,
            GRIPPER,
            new ActionHandler() {
              @Override
              public Optional<String> refuse(ObjectNode goal) {
                return goal.at("/command/position").asDouble() < 0
                    ? Optional.of("below zero")
                    : Optional.empty();
              }

              @Override
              public void start(ServerGoal goal) {
                goals.add(goal);
              }
            });
    while (!soon(planner().probe(name, PATIENCE))) {
      Thread.onSpinWait();
    }
    return goals;
  }

  protected static ActionHandler.ServerGoal next(BlockingQueue<ActionHandler.ServerGoal> goals)
      throws Exception {
    ActionHandler.ServerGoal goal = goals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (goal == null) {
      throw new AssertionError("No goal arrived");
    }
    return goal;
  }

  /** The next goal, which ends as canceled when somebody asks for that. */
  private static ActionHandler.ServerGoal nextThatCanBeCanceled(
      BlockingQueue<ActionHandler.ServerGoal> goals) throws Exception {
    ActionHandler.ServerGoal goal = next(goals);
    goal.onCancel(() -> goal.canceled(JSON.createObjectNode()));
    return goal;
  }

  protected final ClientGoal close(String name, double position) throws Exception {
    return planner()
        .send(name, GRIPPER, json("{'command': {'position': " + position + "}}"), feedback -> {});
  }

  @Test
  void aMessageArrivesCompleteWithItsUmlauts() throws Exception {
    CompletableFuture<ObjectNode> heard = new CompletableFuture<>();
    planner().subscribe("/note", STRING, Qos.LATCHED, heard::complete);
    robot().advertise("/note", STRING, Qos.LATCHED).publish(json("{'data': 'Küche 杯子'}"));
    assertThat(soon(heard).path("data").asText()).isEqualTo("Küche 杯子");
    CompletableFuture<ObjectNode> first = new CompletableFuture<>();
    CompletableFuture<ObjectNode> second = new CompletableFuture<>();
    planner().subscribe("/camera", IMAGE, Qos.LATCHED, first::complete);
    planner().subscribe("/camera", IMAGE, Qos.LATCHED, second::complete);
    robot().advertise("/camera", IMAGE, Qos.LATCHED).publish(json("{'width': 2, 'data': 'Bwg='}"));
    assertThat(soon(first).get("data").binaryValue()).containsExactly(7, 8);
    assertThat(soon(second).path("height").isIntegralNumber()).isTrue();
  }

  @Test
  void aLatchedMessageReachesWhoComesLate() throws Exception {
    robot().advertise("/map_name", STRING, Qos.LATCHED).publish(json("{'data': 'kitchen'}"));
    CompletableFuture<ObjectNode> heard = new CompletableFuture<>();
    planner().subscribe("/map_name", STRING, Qos.LATCHED, heard::complete);
    assertThat(soon(heard).path("data").asText()).isEqualTo("kitchen");
  }

  @Test
  void aServiceAnswers() throws Exception {
    assertThat(lamp().path("success").asBoolean()).isTrue();
  }

  @Test
  void callsAtOnceAllGetTheirAnswers() throws Exception {
    lamp();
    for (int round = 0; round < 5; round++) {
      List<CompletableFuture<ObjectNode>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(planner().call("/lamp", SET_BOOL, json("{'data': true}"), PATIENCE));
      }
      for (CompletableFuture<ObjectNode> call : calls) {
        assertThat(soon(call).path("success").asBoolean()).isTrue();
      }
    }
  }

  /** A service that is found, and its answer. */
  private ObjectNode lamp() throws Exception {
    robot().serve("/lamp", SET_BOOL, request -> JSON.createObjectNode().put("success", true));
    ObjectNode answer = null;
    for (int tries = 0; answer == null && tries < 100; tries++) {
      answer =
          planner()
              .call("/lamp", SET_BOOL, json("{'data': true}"), PATIENCE)
              .exceptionally(missing -> null)
              .get();
    }
    assertThat(answer).isNotNull();
    return answer;
  }

  @Test
  void aGoalGivesFeedbackAndAResult() throws Exception {
    var goals = gripper("/first_gripper");
    CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();
    ClientGoal goal =
        planner()
            .send(
                "/first_gripper",
                GRIPPER,
                json("{'command': {'position': 0.04}}"),
                feedback::complete);
    ActionHandler.ServerGoal running = next(goals);
    assertThat(running.request().at("/command/position").asDouble()).isEqualTo(0.04);
    while (!feedback.isDone()) {
      running.feedback(json("{'position': 0.02}"));
      Thread.sleep(20);
    }
    assertThat(soon(feedback).path("position").asDouble()).isEqualTo(0.02);
    running.succeed(json("{'stalled': true}"));
    assertThat(soon(goal.outcome()))
        .isInstanceOfSatisfying(
            GoalOutcome.Succeeded.class,
            ended -> assertThat(ended.result().path("stalled").asBoolean()).isTrue());
  }

  @Test
  void feedbackIsToldBeforeTheEndThatFollowsIt() throws Exception {
    var goals = gripper("/sixth_gripper");
    boolean found = false; // peers take a moment to find each other's topics
    for (int i = 0; i < GOALS; i++) {
      CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();
      ClientGoal goal = planner().send("/sixth_gripper", GRIPPER, json("{}"), feedback::complete);
      ActionHandler.ServerGoal running = next(goals);
      for (; !found; found = feedback.isDone()) {
        running.feedback(json("{'position': 0.01}"));
        Thread.sleep(20);
      }
      running.feedback(json("{'position': 0.02}"));
      running.succeed(json("{}"));
      assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Succeeded.class);
      assertThat(feedback).as("feedback of goal %d", i).isDone();
    }
  }

  @Test
  void refusedAbortedAndCanceledStayApartFromSuccess() throws Exception {
    var goals = gripper("/second_gripper");
    // rosbridge says of a refused goal that it was aborted.
    assertThat(soon(close("/second_gripper", -1).outcome()))
        .isInstanceOfAny(GoalOutcome.Rejected.class, GoalOutcome.Aborted.class);
    assertThat(goals).isEmpty();
    ClientGoal aborted = close("/second_gripper", 0.1);
    next(goals).abort(json("{}"));
    assertThat(soon(aborted.outcome())).isInstanceOf(GoalOutcome.Aborted.class);
    ClientGoal canceled = close("/second_gripper", 0.1);
    nextThatCanBeCanceled(goals);
    canceled.cancel();
    assertThat(soon(canceled.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void cancelingEverythingReachesGoalsOfOthers() throws Exception {
    var goals = gripper("/third_gripper");
    ClientGoal goal = close("/third_gripper", 0.1);
    nextThatCanBeCanceled(goals);
    assertThat(soon(robot().cancelAll("/third_gripper", PATIENCE))).isEqualTo(1);
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void askingForAServerLeavesItsGoalsAlone() throws Exception {
    var goals = gripper("/fourth_gripper");
    ClientGoal goal = close("/fourth_gripper", 0.1);
    ActionHandler.ServerGoal running = nextThatCanBeCanceled(goals);
    assertThat(soon(planner().probe("/fourth_gripper", PATIENCE))).isTrue();
    running.succeed(json("{}"));
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Succeeded.class);
    assertThat(soon(planner().probe("/nobody", Duration.ofMillis(500)))).isFalse();
  }

  @Test
  void anAbandonedGoalThatItsServerHasIsLost() throws Exception {
    var goals = gripper("/fifth_gripper");
    ClientGoal goal = close("/fifth_gripper", 0.1);
    nextThatCanBeCanceled(goals);
    goal.abandon("deadline of 1 s");
    assertThat(soon(goal.outcome())).isEqualTo(new GoalOutcome.Lost("deadline of 1 s"));
  }
}
