package io.souschef.ros.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.ros.transport.RosTransportContract;
import io.souschef.ros.transport.TopicWatch;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two participants of this process on the loopback address. */
@Timeout(90)
class DdsTransportTest extends RosTransportContract {

  private static final TypeName ENTITIES =
      TypeName.of("rmw_dds_common/msg/ParticipantEntitiesInfo");
  private static DdsTransport robot;
  private static DdsTransport planner;

  @BeforeAll
  static void join() {
    robot = DdsTransport.join(settings("robot"), CATALOG);
    planner = DdsTransport.join(settings("planner"), CATALOG);
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

  @Override
  protected RosTransport robot() {
    return robot;
  }

  @Override
  protected RosTransport planner() {
    return planner;
  }

  @Test
  void aNodeThatAppearsTellsItsNameAndEndpointsToWhoComesLate() throws Exception {
    CdrCodec codec = new CdrCodec(CATALOG);
    try (DdsTransport node = DdsTransport.join(settings("cook"), CATALOG)) {
      node.appear(CATALOG, "/kitchen");
      node.advertise("/note", STRING, Qos.RELIABLE);
      node.subscribe("/note", STRING, Qos.RELIABLE, message -> {});
      BlockingQueue<ObjectNode> told = new LinkedBlockingQueue<>();
      DdsParticipant late =
          new DdsParticipant(
              "late", OwnDomain.FIRST, Optional.of(InetAddress.getLoopbackAddress()), CATALOG);
      late.reader(
          "ros_discovery_info",
          ENTITIES,
          Qos.LATCHED,
          sample -> told.add(codec.decode(ENTITIES, sample.body(), sample.order())),
          () -> {});
      ObjectNode message = told.poll(30, TimeUnit.SECONDS);
      late.close();
      assertThat(message).isNotNull();
      assertThat(message.at("/node_entities_info_seq/0/node_name").asText()).isEqualTo("cook");
      assertThat(message.at("/node_entities_info_seq/0/node_namespace").asText())
          .isEqualTo("/kitchen");
      assertThat(message.at("/node_entities_info_seq/0/reader_gid_seq")).hasSize(1);
      assertThat(message.at("/node_entities_info_seq/0/writer_gid_seq")).hasSize(1);
      assertThat(message.at("/gid/data").binaryValue()).hasSize(16);
    }
  }

  @Test
  void aListenerThatTakesItsTimeKeepsNeitherStatusesNorTheEStopWaiting() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    ObjectNode note = JsonNodeFactory.instance.objectNode().put("data", "x");
    try (Registration picture =
            planner.subscribe(
                "/slow",
                STRING,
                Qos.RELIABLE,
                message -> {
                  busy.countDown();
                  try {
                    goOn.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        Registration status =
            planner.subscribe("/kept", STRING, Qos.LATCHED, message -> heard.add("status"));
        TopicWatch stop =
            planner.watchTopic("/stop", List.of(STRING), (type, message) -> heard.add("stop"));
        Publication slow = robot.advertise("/slow", STRING, Qos.RELIABLE);
        Publication kept = robot.advertise("/kept", STRING, Qos.LATCHED);
        Publication stops = robot.advertise("/stop", STRING, Qos.RELIABLE)) {
      while (busy.getCount() > 0) {
        slow.publish(note);
        Thread.sleep(50);
      }
      kept.publish(note);
      Set<String> wanted = new TreeSet<>(Set.of("status", "stop"));
      while (!wanted.isEmpty()) {
        stops.publish(note);
        wanted.remove(String.valueOf(heard.poll(50, TimeUnit.MILLISECONDS)));
      }
      goOn.countDown();
      assertThat(List.of(picture, status, stop)).doesNotContainNull();
    }
  }

  @Test
  void aRefusedGoalIsRejected() throws Exception {
    gripper("/gripper");
    assertThat(soon(close("/gripper", -1).outcome())).isInstanceOf(GoalOutcome.Rejected.class);
  }
}
