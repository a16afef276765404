package io.souschef.rosbridge.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.config.Connection.Wire;
import io.souschef.rosbridge.message.Distribution;
import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.rosbridge.message.TypeName;
import io.souschef.rosbridge.transport.ActionHandler;
import io.souschef.rosbridge.transport.ClientGoal;
import io.souschef.rosbridge.transport.GoalOutcome;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two participants of this process on the loopback address. */
@Timeout(90)
class DdsTransportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final TypeName SET_BOOL = TypeName.of("std_srvs/srv/SetBool");
  private static final TypeName GRIPPER = TypeName.of("control_msgs/action/GripperCommand");

  private static DdsTransport robot;
  private static DdsTransport planner;
  private static final BlockingQueue<ActionHandler.ServerGoal> GOALS = new LinkedBlockingQueue<>();

  @BeforeAll
  static void join() {
    robot = DdsTransport.join(settings("robot"), CATALOG);
    planner = DdsTransport.join(settings("planner"), CATALOG);
    robot.serveAction(
        "/gripper",
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
            GOALS.add(goal);
          }
        });
  }

  private static DdsSettings settings(String name) {
    return new DdsSettings(
        name, OwnDomain.FIRST, Optional.of(InetAddress.getLoopbackAddress()), Wire.CYCLONE);
  }

  @AfterAll
  static void leave() {
    planner.close();
    robot.close();
  }

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  private static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static ClientGoal close(double position) throws Exception {
    assertThat(soon(planner.probe("/gripper", PATIENCE))).isTrue();
    return planner.send(
        "/gripper", GRIPPER, json("{'command': {'position': " + position + "}}"), feedback -> {});
  }

  private static ActionHandler.ServerGoal next() throws Exception {
    ActionHandler.ServerGoal goal = GOALS.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (goal == null) {
      throw new AssertionError("No goal arrived");
    }
    return goal;
  }

  @Test
  void aLatchedMessageReachesWhoComesLateWithItsUmlauts() throws Exception {
    robot.advertise("/note", STRING, Qos.LATCHED).publish(json("{'data': 'Küche 杯子'}"));
    CompletableFuture<ObjectNode> heard = new CompletableFuture<>();
    planner.subscribe("/note", STRING, Qos.LATCHED, heard::complete);
    assertThat(soon(heard).path("data").asText()).isEqualTo("Küche 杯子");
  }

  @Test
  void aServiceAnswers() throws Exception {
    robot.serve("/lamp", SET_BOOL, request -> JSON.createObjectNode().put("success", true));
    assertThat(
            soon(planner.call("/lamp", SET_BOOL, json("{'data': true}"), PATIENCE))
                .path("success")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aGoalGivesFeedbackAndAResult() throws Exception {
    assertThat(soon(planner.probe("/gripper", PATIENCE))).isTrue();
    CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();
    ClientGoal goal =
        planner.send(
            "/gripper", GRIPPER, json("{'command': {'position': 0.04}}"), feedback::complete);
    ActionHandler.ServerGoal running = next();
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
  void refusedAbortedAndCanceledStayApart() throws Exception {
    assertThat(soon(close(-1).outcome())).isInstanceOf(GoalOutcome.Rejected.class);
    ClientGoal aborted = close(0.1);
    next().abort(json("{}"));
    assertThat(soon(aborted.outcome())).isInstanceOf(GoalOutcome.Aborted.class);
    ClientGoal canceled = close(0.1);
    ActionHandler.ServerGoal running = next();
    running.onCancel(() -> running.canceled(JSON.createObjectNode()));
    canceled.cancel();
    assertThat(soon(canceled.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void cancelingEverythingReachesEveryGoal() throws Exception {
    ClientGoal goal = close(0.1);
    ActionHandler.ServerGoal running = next();
    running.onCancel(() -> running.canceled(JSON.createObjectNode()));
    assertThat(soon(planner.cancelAll("/gripper", PATIENCE))).isEqualTo(1);
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }
}
