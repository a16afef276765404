package io.souschef.ros.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.ros.RosRobot;
import io.souschef.ros.StepConfirmation;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph that says which release it runs is believed rather than the robot file. */
@Timeout(60)
class GraphReleaseTest {

  /** Says jazzy. */
  private static final RobotConfig FILE =
      RobotConfig.read(Path.of("examples", "nav2-gripper.yaml"));

  private final RelayFixture relay = new RelayFixture();
  private RosTransport graph;
  private RosTransport client;

  @BeforeEach
  void connect() {
    graph = relay.connect(FILE.catalog());
    client = relay.connect(FILE.catalog());
  }

  @AfterEach
  void close() {
    client.close();
    graph.close();
    relay.close();
  }

  private void runs(String release) {
    var unused =
        graph.serve(
            "/rosapi/get_ros_version",
            new TypeName("rosapi_msgs", "srv", "GetROSVersion"),
            request ->
                JsonNodeFactory.instance.objectNode().put("version", 2).put("distro", release));
  }

  /** The relay has heard of the service by then. */
  private void runsHumble() throws InterruptedException {
    runs("humble");
    for (int i = 0; i < 100 && GraphRelease.ask(client).join().isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(GraphRelease.ask(client).join()).contains("humble");
  }

  @Test
  void anotherReleaseThanTheFilesIsSaidAndWhatToChange() throws InterruptedException {
    runsHumble();
    BlockingQueue<String> doubts = new LinkedBlockingQueue<>();
    Consumer<RobotEvent> events =
        event -> {
          if (event instanceof RobotEvent.Doubted doubted && doubted.what().contains("graph")) {
            doubts.add(doubted.what());
          }
        };
    try (RosRobot robot = new RosRobot(client, FILE, StepConfirmation.NOT_NEEDED, events)) {
      assertThat(doubts.poll(20, TimeUnit.SECONDS))
          .isEqualTo(
              "the graph runs humble and the robot file says jazzy; write distribution: humble below"
                  + " connection");
      assertThat(robot.mapping().actions()).isNotEmpty();
    }
  }

  @Test
  void aDraftHasTheReleaseThatTheGraphRuns() throws InterruptedException {
    runsHumble();
    assertThat(RobotDraft.of(client, relay.uri(), Duration.ofMillis(10)))
        .contains("distribution: humble}\n");
  }

  @Test
  void whereNobodyTellsTheFileHolds() {
    assertThat(GraphRelease.ask(client).join()).isEmpty();
    assertThat(RobotDraft.of(client, relay.uri(), Duration.ofMillis(10)))
        .contains("distribution: jazzy}   # yours: humble?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u001b[31mjazzy", "a release with a very long name", "2"})
  void whatIsNoNameIsNotBelieved(String nonsense) {
    runs(nonsense);
    assertThat(GraphRelease.ask(client).join()).isEmpty();
  }

  @Test
  void aReleaseThatIsNotKnownHereChangesNothing() {
    assertThat(GraphRelease.mend("rolling", Distribution.JAZZY)).isEmpty();
    assertThat(GraphRelease.mend("jazzy", Distribution.JAZZY)).isEmpty();
    assertThat(Distribution.named("lyrical")).contains(Distribution.LYRICAL);
  }
}
