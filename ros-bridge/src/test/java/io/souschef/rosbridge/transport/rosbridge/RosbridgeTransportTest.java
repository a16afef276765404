package io.souschef.rosbridge.transport.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.message.Distribution;
import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.rosbridge.message.TypeName;
import io.souschef.rosbridge.transport.ActionHandler;
import io.souschef.rosbridge.transport.ClientGoal;
import io.souschef.rosbridge.transport.GoalOutcome;
import io.souschef.rosbridge.transport.LinkEvent;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import io.souschef.rosbridge.transport.TransportException;
import io.souschef.skills.execution.RobotException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class RosbridgeTransportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final TypeName IMAGE = TypeName.of("sensor_msgs/msg/Image");
  private static final TypeName SET_BOOL = TypeName.of("std_srvs/srv/SetBool");
  private static final TypeName GRIPPER = TypeName.of("control_msgs/action/GripperCommand");

  private final FaultyGraph graph = new FaultyGraph();
  private RosbridgeRelay relay;
  private RosbridgeTransport robot;
  private RosbridgeTransport planner;

  @BeforeEach
  void connect() {
    relay = RosbridgeRelay.start("127.0.0.1", 0, graph);
    robot = RosbridgeTransport.connect(RosbridgeSettings.at(relay.uri()), CATALOG);
    planner = RosbridgeTransport.connect(RosbridgeSettings.at(relay.uri()), CATALOG);
  }

  @AfterEach
  void close() {
    planner.close();
    robot.close();
    relay.close();
  }

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  private static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Takes every goal on and keeps it until told how it ends. */
  private BlockingQueue<ActionHandler.ServerGoal> gripper() throws Exception {
    BlockingQueue<ActionHandler.ServerGoal> goals = new LinkedBlockingQueue<>();
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
            goals.add(goal);
          }
        });
    while (!soon(planner.probe("/gripper", PATIENCE))) {
      Thread.onSpinWait();
    }
    return goals;
  }

  private static ActionHandler.ServerGoal next(BlockingQueue<ActionHandler.ServerGoal> goals)
      throws Exception {
    ActionHandler.ServerGoal goal = goals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (goal == null) {
      throw new AssertionError("No goal arrived");
    }
    return goal;
  }

  private ClientGoal close(double position) throws Exception {
    return planner.send(
        "/gripper", GRIPPER, json("{'command': {'position': " + position + "}}"), feedback -> {});
  }

  @Test
  void aMessageReachesEverySubscriberComplete() throws Exception {
    CompletableFuture<ObjectNode> first = new CompletableFuture<>();
    CompletableFuture<ObjectNode> second = new CompletableFuture<>();
    planner.subscribe("/camera", IMAGE, Qos.SENSOR, first::complete);
    planner.subscribe("/camera", IMAGE, Qos.SENSOR, second::complete);
    var camera = robot.advertise("/camera", IMAGE, Qos.LATCHED);
    camera.publish(json("{'width': 2, 'data': [7, 8]}"));
    assertThat(soon(first).get("data").binaryValue()).containsExactly(7, 8);
    assertThat(soon(second).path("height").isInt() || soon(second).path("height").isLong())
        .isTrue();
  }

  @Test
  void aMessageOfTenMegabytesArrives() throws Exception {
    CompletableFuture<ObjectNode> seen = new CompletableFuture<>();
    planner.subscribe("/camera", IMAGE, Qos.SENSOR, seen::complete);
    byte[] pixels = new byte[10 << 20];
    pixels[pixels.length - 1] = 42;
    ObjectNode image = JSON.createObjectNode().put("data", pixels);
    robot.advertise("/camera", IMAGE, Qos.LATCHED).publish(image);
    assertThat(soon(seen).get("data").binaryValue()).isEqualTo(pixels);
  }

  @Test
  void aServiceAnswersOrSaysWhyNot() throws Exception {
    robot.serve(
        "/lamp",
        SET_BOOL,
        request -> {
          if (!request.path("data").asBoolean()) {
            throw new IllegalStateException("it stays on");
          }
          return JSON.createObjectNode().put("success", true);
        });
    ObjectNode answer = null;
    for (int tries = 0; answer == null && tries < 100; tries++) {
      answer =
          planner
              .call("/lamp", SET_BOOL, json("{'data': true}"), PATIENCE)
              .exceptionally(missing -> null)
              .get();
    }
    assertThat(answer).isNotNull();
    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThatThrownBy(
            () -> soon(planner.call("/lamp", SET_BOOL, json("{'data': false}"), PATIENCE)))
        .hasCauseInstanceOf(TransportException.class)
        .hasMessageContaining("Service /lamp failed: it stays on");
  }

  @Test
  void aGoalGivesFeedbackAndAResult() throws Exception {
    var goals = gripper();
    CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();
    ClientGoal goal =
        planner.send(
            "/gripper", GRIPPER, json("{'command': {'position': 0.04}}"), feedback::complete);
    ActionHandler.ServerGoal running = next(goals);
    assertThat(running.request().at("/command/position").asDouble()).isEqualTo(0.04);
    running.feedback(json("{'position': 0.02}"));
    assertThat(soon(feedback).path("position").asDouble()).isEqualTo(0.02);
    running.succeed(json("{'stalled': true}"));
    assertThat(soon(goal.outcome()))
        .isInstanceOfSatisfying(
            GoalOutcome.Succeeded.class,
            ended -> assertThat(ended.result().path("stalled").asBoolean()).isTrue());
  }

  @Test
  void abortedAndCanceledStayApart() throws Exception {
    var goals = gripper();
    ClientGoal first = close(0.1);
    next(goals).abort(json("{}"));
    assertThat(soon(first.outcome())).isInstanceOf(GoalOutcome.Aborted.class);
    ClientGoal second = close(0.1);
    ActionHandler.ServerGoal running = next(goals);
    running.onCancel(() -> running.canceled(JSON.createObjectNode()));
    second.cancel();
    assertThat(soon(second.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void aRefusedGoalIsAborted() throws Exception {
    gripper();
    assertThat(soon(close(-1).outcome())).isInstanceOf(GoalOutcome.Aborted.class);
  }

  @Test
  void aCancelTakesEffectThoughTheGoalBlocksItsSocket() throws Exception {
    var goals = gripper();
    graph.goalsBlockTheirSocket = true;
    ClientGoal goal = close(0.1);
    ActionHandler.ServerGoal running = next(goals);
    running.onCancel(() -> running.canceled(JSON.createObjectNode()));
    goal.cancel();
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void cancelingEverythingReachesGoalsOfOthers() throws Exception {
    var goals = gripper();
    ClientGoal goal = close(0.1);
    ActionHandler.ServerGoal running = next(goals);
    running.onCancel(() -> running.canceled(JSON.createObjectNode()));
    assertThat(soon(robot.cancelAll("/gripper", PATIENCE))).isEqualTo(1);
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void askingForAServerLeavesItsGoalsAlone() throws Exception {
    var goals = gripper();
    ClientGoal goal = close(0.1);
    ActionHandler.ServerGoal running = next(goals);
    running.onCancel(() -> running.canceled(JSON.createObjectNode()));
    assertThat(soon(planner.probe("/gripper", PATIENCE))).isTrue();
    running.succeed(json("{}"));
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Succeeded.class);
    assertThat(soon(planner.probe("/nobody", PATIENCE))).isFalse();
  }

  @Test
  void aServerThatNeverAnswersLeavesTheGoalOpenUntilItIsAbandoned() throws Exception {
    var goals = gripper();
    graph.resultsAreSwallowed = true;
    ClientGoal goal = close(-1);
    assertThat(goals).isEmpty();
    assertThat(soon(planner.probe("/gripper", PATIENCE))).isTrue();
    assertThat(goal.outcome()).isNotDone();
    goal.abandon("deadline of 1 s");
    assertThat(soon(goal.outcome())).isEqualTo(new GoalOutcome.Lost("deadline of 1 s"));
  }

  @Test
  void aGoalWhoseServerDiedIsLostSinceItsRobotMayStillMove() throws Exception {
    var goals = gripper();
    ClientGoal goal = close(0.1);
    next(goals);
    robot.close();
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Lost.class);
  }

  @Test
  void aCutLinkIsToldAndComesBackWithItsSubscriptions() throws Exception {
    BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();
    BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
    var goals = gripper();
    ClientGoal goal = close(0.1);
    next(goals);
    planner.subscribe("/news", STRING, Qos.RELIABLE, heard::add);
    var news = robot.advertise("/news", STRING, Qos.LATCHED);
    planner.watch(events::add);
    relay.cutEverything();
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Lost.class);
    LinkEvent event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).isInstanceOf(LinkEvent.Down.class);
    while (!(event instanceof LinkEvent.Up)) {
      event = events.poll(10, TimeUnit.SECONDS);
      assertThat(event).isNotNull();
    }
    ObjectNode got = null;
    for (int tries = 0; got == null && tries < 100; tries++) {
      news.publish(json("{'data': 'back'}"));
      got = heard.poll(100, TimeUnit.MILLISECONDS);
    }
    assertThat(got).isNotNull();
    assertThat(got.path("data").asText()).isEqualTo("back");
  }

  @Test
  void garbageIsDroppedAndToldAndTheLinkLives() throws Exception {
    BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();
    BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
    planner.watch(events::add);
    planner.subscribe("/news", STRING, Qos.RELIABLE, heard::add);
    // Advertised under another type, so that what is sent is not what is expected.
    var lies = robot.advertise("/news", TypeName.of("std_msgs/msg/Bool"), Qos.LATCHED);
    lies.publish(json("{'data': true}"));
    assertThat(events.poll(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            LinkEvent.Garbage.class,
            garbage -> assertThat(garbage.reason()).contains("std_msgs/msg/String.data"));
    robot.advertise("/news", STRING, Qos.LATCHED).publish(json("{'data': 'true'}"));
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(planner.connected()).isTrue();
  }

  @Test
  void noServerIsAnErrorThatSaysHowToStartOne() {
    URI nobody = URI.create("ws://127.0.0.1:9");
    assertThatThrownBy(() -> RosbridgeTransport.connect(RosbridgeSettings.at(nobody), CATALOG))
        .isInstanceOf(RobotException.class)
        .hasMessageContaining("ws://127.0.0.1:9")
        .hasMessageContaining("rosbridge_websocket_launch.xml");
  }
}
