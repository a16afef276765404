package io.souschef.ros.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TransportException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Samples of any length: they arrive whole, or are dropped; native memory is never written beyond
 * its end, which would end this whole process.
 */
@Timeout(180)
class LargeSamplesTest {

  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final TypeName SKILL = TypeName.of("souschef_msgs/action/ExecuteSkill");

  private static DdsTransport join(String name) {
    return DdsTransport.join(
        new DdsSettings(
            name, OwnDomain.SECOND, Optional.of(InetAddress.getLoopbackAddress()), Wire.CYCLONE),
        MessageCatalog.standard(Distribution.JAZZY));
  }

  private final Map<String, Set<Integer>> sizes = new ConcurrentHashMap<>();

  private void listen(
      DdsTransport ears, String topic, String type, Qos qos, ToIntFunction<ObjectNode> size) {
    Set<Integer> heard = sizes.computeIfAbsent(topic, t -> ConcurrentHashMap.newKeySet());
    ears.subscribe(topic, TypeName.of(type), qos, message -> heard.add(size.applyAsInt(message)));
  }

  @Test
  @SuppressWarnings("try") // the peer works by being there
  void ofAPeersFloodEverythingUpToTheLimitArrivesAndTheRestIsDropped() throws Exception {
    try (CyclonePeer peer = CyclonePeer.start("flood", OwnDomain.SECOND);
        DdsTransport ears = join("ears")) {
      listenToAll(ears);
      awaitSizes("/peer/text", Set.of(64, 300_000, 1_000_000, 10_000_000));
      awaitSizes("/peer/joint_states", Set.of(8, 37_500, 125_000, 1_250_000));
      awaitSizes("/peer/detections", Set.of(1, 1_786));
      assertThat(sizes.get("/peer/text")).doesNotContain(30_000_000);
    }
  }

  @Test
  @SuppressWarnings("try") // the peer works by being there
  void ofBytesThatAreNoMessageNoneIsHeardAndTheMessagesBetweenThemAre() throws Exception {
    try (CyclonePeer peer = CyclonePeer.start("garbage", OwnDomain.SECOND);
        DdsTransport ears = join("ears")) {
      listenToAll(ears);
      ears.prepare("/peer/execute_skill", SKILL); // hears replies, feedback and statuses, too
      for (int i = 0; i < 3; i++) {
        sizes.values().forEach(Set::clear);
        awaitSizes("/peer/text", Set.of(64));
        awaitSizes("/peer/joint_states", Set.of(8));
        awaitSizes("/peer/detections", Set.of(1));
        Thread.sleep(500);
      }
      assertThat(sizes.get("/peer/joint_states")).containsExactly(8);
      assertThat(sizes.get("/peer/detections")).containsExactly(1);
    }
  }

  private void listenToAll(DdsTransport ears) {
    listen(
        ears,
        "/peer/text",
        "std_msgs/msg/String",
        Qos.RELIABLE,
        message -> message.path("data").asText().length());
    listen(
        ears,
        "/peer/picture_back",
        "sensor_msgs/msg/Image",
        Qos.SENSOR,
        message -> message.path("height").asInt());
    listen(
        ears,
        "/peer/joint_states",
        "sensor_msgs/msg/JointState",
        Qos.RELIABLE,
        message -> message.path("position").size());
    listen(
        ears,
        "/peer/detections",
        "vision_msgs/msg/Detection3DArray",
        Qos.RELIABLE,
        message -> message.path("detections").size());
  }

  private void awaitSizes(String topic, Set<Integer> wanted) throws InterruptedException {
    while (!sizes.getOrDefault(topic, Set.of()).containsAll(wanted)) {
      Thread.sleep(50);
    }
  }

  @Test
  void aGoalWithAnInstructionOfAMegabyteReachesItsServer() throws Exception {
    CompletableFuture<Integer> arrived = new CompletableFuture<>();
    try (DdsTransport robot = join("robot");
        DdsTransport planner = join("planner")) {
      robot.serveAction(
          "/large",
          SKILL,
          new ActionHandler() {
            @Override
            public Optional<String> refuse(ObjectNode goal) {
              return Optional.empty();
            }

            @Override
            public void start(ServerGoal goal) {
              arrived.complete(goal.request().path("text").asText().length());
              goal.succeed(JsonNodeFactory.instance.objectNode().put("error_msg", "y".repeat(500)));
            }
          });
      planner.prepare("/large", SKILL);
      assertThat(planner.probe("/large", Duration.ofSeconds(40)).get()).isTrue();
      ObjectNode goal = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(1 << 20));
      GoalOutcome outcome =
          planner.send("/large", SKILL, goal, feedback -> {}).outcome().get(40, TimeUnit.SECONDS);
      assertThat(outcome).isInstanceOf(GoalOutcome.Succeeded.class);
      assertThat(arrived.get(1, TimeUnit.SECONDS)).isEqualTo(1 << 20);
    }
  }

  @Test
  void whatIsTooLongToBeSentIsRefusedWithItsSize() {
    try (DdsTransport mouth = join("mouth");
        Publication topic = mouth.advertise("/long", STRING, Qos.RELIABLE)) {
      ObjectNode note = JsonNodeFactory.instance.objectNode().put("data", "x".repeat(20 << 20));
      assertThatThrownBy(() -> topic.publish(note))
          .isInstanceOf(TransportException.class)
          .hasMessage("A DDS sample of 20971525 bytes is not sent; the limit is 16777212");
    }
  }
}
