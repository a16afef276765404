package io.souschef.ros.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.world.Pose;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a served robot puts on the graph, as any ROS 2 node hears it. */
@Timeout(60)
class RobotNodeTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final Pose OPTICAL = new Pose(1, 2, 1.4, -0.5, 0.5, -0.5, 0.5);

  private final RelayFixture relay = new RelayFixture();
  private final RosTransport ears = relay.connect(CATALOG);
  private final RosTransport mouth = relay.connect(CATALOG);
  private final PretendRobot body = new PretendRobot();
  private final RobotNode node =
      RobotNode.start(
          mouth,
          body,
          new NodeSettings(
              "kitchen", "gripper_finger_joint", Duration.ofMillis(50), Duration.ofMillis(50)),
          new Senses(
              () -> Optional.of(new BodyState(3, Pose.upright(1, 2, 0, 0), Map.of("elbow", 0.5))),
              () -> Optional.of(RobotNodeTest::picture)));

  private static CameraFrame picture() {
    return new CameraFrame(3, 2, 1, ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}), 100, OPTICAL);
  }

  @AfterEach
  void close() {
    body.letGo();
    node.close();
    mouth.close();
    ears.close();
    relay.close();
  }

  private BlockingQueue<ObjectNode> listen(String topic, String type) {
    BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
    ears.subscribe(topic, TypeName.of(type), Qos.RELIABLE, heard::add);
    return heard;
  }

  private static ObjectNode next(BlockingQueue<ObjectNode> heard) throws InterruptedException {
    ObjectNode message = heard.poll(30, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  /** Runs a skill, which also makes the node take another picture. */
  private GoalOutcome go(String place) throws Exception {
    ObjectNode goal =
        JsonNodeFactory.instance
            .objectNode()
            .put("action", "go_to")
            .put("text", "go to the " + place)
            .put("wording", "go to the place");
    goal.putArray("argument_names").add("place");
    goal.putArray("argument_values").add(place);
    String action = "/kitchen/execute_skill";
    while (!ears.probe(action, Duration.ofSeconds(5)).get()) {
      Thread.onSpinWait();
    }
    ClientGoal sent =
        ears.send(action, TypeName.of("souschef_msgs/action/ExecuteSkill"), goal, feedback -> {});
    return sent.outcome().get(30, TimeUnit.SECONDS);
  }

  @Test
  void clockAndFramesAreGlobalAndEverythingElseIsBelowItsNamespace() throws Exception {
    assertThat(next(listen("/clock", "rosgraph_msgs/msg/Clock")).at("/clock/sec").asInt())
        .isEqualTo(3);
    BlockingQueue<ObjectNode> frames = listen("/tf", "tf2_msgs/msg/TFMessage");
    ObjectNode tf = next(frames);
    while (tf.path("transforms").size() < 2) {
      tf = next(frames); // that was the camera's
    }
    assertThat(tf.at("/transforms/0/header/frame_id").asText()).isEqualTo("map");
    assertThat(tf.at("/transforms/0/child_frame_id").asText()).isEqualTo("odom");
    assertThat(tf.at("/transforms/1/child_frame_id").asText()).isEqualTo("base_link");
    ObjectNode joints = next(listen("/kitchen/joint_states", "sensor_msgs/msg/JointState"));
    assertThat(joints.at("/name/0").asText()).isEqualTo("elbow");
    ObjectNode state = next(listen("/kitchen/robot_state", "souschef_msgs/msg/RobotState"));
    assertThat(state.path("at").asText()).isEqualTo("user");
    ObjectNode detections = next(listen("/kitchen/detections", "vision_msgs/msg/Detection3DArray"));
    assertThat(detections.at("/detections/0/id").asText()).isEqualTo("coke-1");
  }

  @Test
  void theCamerasPicturesComeWithTheirOptics() throws Exception {
    BlockingQueue<ObjectNode> images = listen("/kitchen/camera/image_raw", "sensor_msgs/msg/Image");
    BlockingQueue<ObjectNode> optics =
        listen("/kitchen/camera/camera_info", "sensor_msgs/msg/CameraInfo");
    while (images.isEmpty()) {
      go("table");
    }
    ObjectNode image = next(images);
    assertThat(image.path("encoding").asText()).isEqualTo("rgb8");
    assertThat(image.at("/header/frame_id").asText()).isEqualTo("camera_optical_frame");
    assertThat(image.path("step").asInt()).isEqualTo(6);
    assertThat(image.path("data").binaryValue()).containsExactly(1, 2, 3, 4, 5, 6);
    ObjectNode info = next(optics);
    assertThat(info.at("/k/0").asDouble()).isEqualTo(100);
    assertThat(info.at("/k/2").asDouble()).isEqualTo(1);
    assertThat(info.at("/header/stamp")).isEqualTo(image.at("/header/stamp"));
  }

  @Test
  void diagnosticsTellHowTheLastSkillWent() throws Exception {
    BlockingQueue<ObjectNode> heard = listen("/diagnostics", "diagnostic_msgs/msg/DiagnosticArray");
    ObjectNode first = next(heard);
    assertThat(first.at("/status/0/level").asInt()).isZero();
    assertThat(first.at("/status/0/message").asText()).isEqualTo("ready");
    assertThat(NodeDiagnostics.lastSkill(first)).isEmpty();
    assertThat(go("table")).isInstanceOf(GoalOutcome.Succeeded.class);
    Optional<NodeDiagnostics.LastSkill> last = Optional.empty();
    while (last.isEmpty()) {
      last = NodeDiagnostics.lastSkill(next(heard));
    }
    assertThat(last.get().number()).isEqualTo(1);
    assertThat(last.get().text()).isEqualTo("go to the table");
    assertThat(last.get().ownMs()).isNotNegative();
  }

  @Test
  void aSecondGoalIsRefusedWhileOneRuns() throws Exception {
    body.holdSkills();
    ObjectNode goal = JsonNodeFactory.instance.objectNode().put("action", "go_to");
    goal.putArray("argument_names").add("place");
    goal.putArray("argument_values").add("table");
    TypeName type = TypeName.of("souschef_msgs/action/ExecuteSkill");
    while (!ears.probe("/kitchen/execute_skill", Duration.ofSeconds(5)).get()) {
      Thread.onSpinWait();
    }
    ClientGoal first = ears.send("/kitchen/execute_skill", type, goal, feedback -> {});
    body.awaitBegun();
    ClientGoal second = ears.send("/kitchen/execute_skill", type, goal, feedback -> {});
    assertThat(second.outcome().get(30, TimeUnit.SECONDS))
        .isNotInstanceOf(GoalOutcome.Succeeded.class);
    body.letGo();
    assertThat(first.outcome().get(30, TimeUnit.SECONDS)).isInstanceOf(GoalOutcome.Succeeded.class);
  }
}
