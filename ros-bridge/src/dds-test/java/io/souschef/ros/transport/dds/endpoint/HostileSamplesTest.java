package io.souschef.ros.transport.dds.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.TwoProcesses;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.dds.DdsSettings;
import io.souschef.ros.transport.dds.DdsTransport;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Samples that are no messages, on everything that is heard. */
@Timeout(180)
class HostileSamplesTest {

  private static final int DOMAIN = 3 + 2 * (int) (ProcessHandle.current().pid() % 49);
  private static final Optional<InetAddress> HERE = Optional.of(InetAddress.getLoopbackAddress());
  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final TypeName CANCEL = TypeName.of("action_msgs/srv/CancelGoal").part("Request");
  private static final short PLAIN = 1;

  /** Of the topics below, how many are listened to at least. */
  private static final long HEARD = 11;

  private static DdsTransport join(String name, MessageCatalog catalog) {
    return DdsTransport.join(new DdsSettings(name, DOMAIN, HERE, Wire.CYCLONE), catalog);
  }

  private static byte[] words(String text, ByteOrder order) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("data", text);
    return new CdrCodec(CATALOG).encode(STRING, message, order);
  }

  @Test
  void onlyPlainCdrIsReadInEitherByteOrder() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (DdsTransport ears = join("ears", CATALOG);
        DdsParticipant mouth = new DdsParticipant("mouth", DOMAIN, HERE, CATALOG)) {
      ears.subscribe(
          "/words", STRING, Qos.RELIABLE, message -> heard.add(message.path("data").asText()));
      DdsWriter writer = mouth.writer("rt/words", STRING, Qos.RELIABLE, () -> {});
      while (writer.peers().isEmpty()) {
        Thread.sleep(10);
      }
      for (int encoding : new int[] {2, 3, 6, 7, 8, 9, 10, 11, 0x0100, 0x0101, 0xffff}) {
        writer.write((short) encoding, words("no " + encoding, ByteOrder.LITTLE_ENDIAN));
      }
      writer.write((short) 0, words("big end first", ByteOrder.BIG_ENDIAN));
      writer.write(words("the usual", ByteOrder.LITTLE_ENDIAN));
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("big end first");
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("the usual");
      assertThat(heard).isEmpty();
    }
  }

  /** What a planner and a robot on DDS hear of each other. */
  private static Map<String, TypeName> heard() {
    TypeName skill = TypeName.of("souschef_msgs/action/ExecuteSkill");
    TypeName cancel = TypeName.of("action_msgs/srv/CancelGoal");
    String below = "/execute_skill/_action/";
    Map<String, TypeName> all = new LinkedHashMap<>();
    all.put("rt/tf", TypeName.of("tf2_msgs/msg/TFMessage"));
    all.put("rt/tf_static", TypeName.of("tf2_msgs/msg/TFMessage"));
    all.put("rt/detections", TypeName.of("vision_msgs/msg/Detection3DArray"));
    all.put("rt/joint_states", TypeName.of("sensor_msgs/msg/JointState"));
    all.put("rt/robot_state", TypeName.of("souschef_msgs/msg/RobotState"));
    all.put("rt" + below + "status", TypeName.of("action_msgs/msg/GoalStatusArray"));
    all.put("rt" + below + "feedback", skill.part("FeedbackMessage"));
    for (String side : List.of("Request", "Response")) {
      String prefix = side.equals("Request") ? "rq" : "rr";
      String suffix = side.equals("Request") ? "Request" : "Reply";
      all.put(prefix + below + "send_goal" + suffix, skill.part("SendGoal_" + side));
      all.put(prefix + below + "get_result" + suffix, skill.part("GetResult_" + side));
      all.put(prefix + below + "cancel_goal" + suffix, cancel.part(side));
    }
    return all;
  }

  /** Bytes that are almost a message of a type, or not at all. */
  private static byte[] hostile(SplittableRandom random, TypeName type, boolean service) {
    CdrCodec codec = new CdrCodec(CATALOG);
    byte[] sound =
        codec.encode(type, JsonNodeFactory.instance.objectNode(), ByteOrder.LITTLE_ENDIAN);
    byte[] message = service ? Arrays.copyOf(sound, sound.length + 16) : sound;
    byte[] noise = new byte[random.nextInt(1, 300)];
    random.nextBytes(noise);
    switch (random.nextInt(6)) {
      case 0 -> {
        return Arrays.copyOf(message, random.nextInt(message.length));
      }
      case 1 -> {
        Arrays.fill(noise, (byte) 0xff); // lengths of 4294967295
        return noise;
      }
      case 2 -> {
        Arrays.fill(noise, (byte) 'x'); // texts without an end
        return noise;
      }
      case 3 -> {
        return Arrays.copyOf(message, message.length + random.nextInt(4, 5_000));
      }
      case 4 -> {
        // A cancel without an id is sound and cancels everything; stamps of another time twice in
        // a row are a clock that has jumped, and stop the robot.
        if (type.equals(CANCEL) || !type.kind().equals("action")) {
          return noise;
        }
        message[random.nextInt(message.length)] = (byte) 0xff;
        message[random.nextInt(message.length)] = (byte) random.nextInt();
        return message;
      }
      default -> {
        return noise;
      }
    }
  }

  @Test
  void aSkillUnderAHailOfBytesRunsOnAndEndsAsTheRobotEndsIt() throws Exception {
    PretendRobot body = new PretendRobot();
    SplittableRandom random = new SplittableRandom(31);
    try (TwoProcesses processes =
            new TwoProcesses(
                body,
                "",
                catalog -> join("robot", catalog),
                yaml -> yaml.replace("settle_s: 5", "settle_s: 20"));
        DdsParticipant stranger = new DdsParticipant("stranger", DOMAIN, HERE, CATALOG)) {
      List<DdsWriter> writers = new ArrayList<>();
      List<TypeName> types = List.copyOf(heard().values());
      List<String> topics = List.copyOf(heard().keySet());
      heard()
          .forEach(
              (topic, type) -> writers.add(stranger.writer(topic, type, Qos.LATCHED, () -> {})));
      processes.client.arm();
      var skill =
          SkillLibrary.standard()
              .parse("go to the table", processes.client.vocabulary(), processes.client.observe())
              .orElseThrow();
      while (writers.stream().filter(writer -> !writer.peers().isEmpty()).count() < HEARD) {
        Thread.sleep(10);
      }
      body.holdSkills();
      CompletableFuture<SkillResult> result =
          CompletableFuture.supplyAsync(() -> processes.client.execute(skill, progress -> {}));
      while (!body.isMoving()) {
        assertThat(result).isNotDone();
        Thread.sleep(5);
      }
      for (int i = 0; i < 1_500; i++) {
        int which = random.nextInt(writers.size());
        short encoding = random.nextInt(8) == 0 ? (short) random.nextInt() : PLAIN;
        boolean service = !topics.get(which).startsWith("rt");
        writers.get(which).write(encoding, hostile(random, types.get(which), service));
        Thread.sleep(1);
      }
      assertThat(result).as("bytes neither stop a skill nor end it").isNotDone();
      assertThat(body.isMoving()).isTrue();
      body.letGo();
      assertThat(result.get(40, TimeUnit.SECONDS)).isInstanceOf(SkillResult.Succeeded.class);
      assertThat(processes.client.stillBecause()).isEmpty();
    }
  }
}
