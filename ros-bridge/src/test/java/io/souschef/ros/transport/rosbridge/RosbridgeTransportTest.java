package io.souschef.ros.transport.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.LinkEvent;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransportContract;
import io.souschef.ros.transport.TransportException;
import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import io.souschef.skills.execution.RobotException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class RosbridgeTransportTest extends RosTransportContract {

  private static final int LARGE = 64 << 20;

  private final FaultyGraph graph = new FaultyGraph();
  private RosbridgeRelay relay;
  private RosbridgeTransport robot;
  private RosbridgeTransport planner;

  @BeforeEach
  void connect() {
    relay =
        RosbridgeRelay.start(
            "127.0.0.1", 0, graph, RelayAccess.LOCAL, new RelayLimits(LARGE, LARGE, 2L * LARGE));
    robot = RosbridgeTransport.connect(settings(), CATALOG);
    planner = RosbridgeTransport.connect(settings(), CATALOG);
  }

  private RosbridgeSettings settings() {
    RosbridgeSettings usual = RelayFixture.patient(relay.uri());
    return new RosbridgeSettings(
        usual.uri(),
        usual.connectTimeout(),
        usual.pingInterval(),
        usual.linkTimeout(),
        LARGE,
        LARGE);
  }

  @AfterEach
  void close() {
    planner.close();
    robot.close();
    relay.close();
  }

  @Override
  protected RosTransport robot() {
    return robot;
  }

  @Override
  protected RosTransport planner() {
    return planner;
  }

  private BlockingQueue<ActionHandler.ServerGoal> gripper() throws Exception {
    return gripper("/gripper");
  }

  private ClientGoal close(double position) throws Exception {
    return close("/gripper", position);
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
  void aServiceThatFailsSaysWhy() throws Exception {
    robot.serve(
        "/stove",
        SET_BOOL,
        request -> {
          throw new IllegalStateException("it stays on");
        });
    CompletableFuture<ObjectNode> answer;
    do { // until it is known there
      answer = planner.call("/stove", SET_BOOL, json("{'data': false}"), PATIENCE);
    } while (String.valueOf(answer.handle((value, error) -> error).get()).contains("not exist"));
    CompletableFuture<ObjectNode> last = answer;
    assertThatThrownBy(() -> soon(last))
        .hasCauseInstanceOf(TransportException.class)
        .hasMessageContaining("Service /stove failed: it stays on");
  }

  @Test
  void aRefusedGoalIsRejectedWithItsReason() throws Exception {
    gripper();
    assertThat(soon(close(-1).outcome()))
        .isEqualTo(new GoalOutcome.Rejected("rejected: below zero"));
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
    LinkEvent event = events.poll(40, TimeUnit.SECONDS);
    assertThat(event).isInstanceOf(LinkEvent.Down.class);
    while (!(event instanceof LinkEvent.Up)) {
      event = events.poll(40, TimeUnit.SECONDS);
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
    assertThat(events.poll(40, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            LinkEvent.Garbage.class,
            garbage -> assertThat(garbage.reason()).contains("std_msgs/msg/String.data"));
    robot.advertise("/news", STRING, Qos.LATCHED).publish(json("{'data': 'true'}"));
    assertThat(heard.poll(40, TimeUnit.SECONDS)).isNotNull();
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
