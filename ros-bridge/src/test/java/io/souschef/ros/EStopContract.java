package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** An e-stop is heard, however its button publishes; that nobody could press it is said. */
public abstract class EStopContract {

  private static final String FILE =
      """
      connection: {transport: rosbridge}
      vocabulary:
        kinds: [{noun: coke}]
        places: [{name: table, kind: surface, x: 1, y: 0}]
      safety: {e_stop: button}
      skills:
        go_to:
          commands: [{topic: go, type: std_msgs/msg/Bool}]
      """;

  private final RobotConfig config = RobotConfig.parse("robot", FILE);
  private final List<RobotEvent> events = new CopyOnWriteArrayList<>();

  protected abstract RosTransport connect(MessageCatalog catalog);

  private RosRobot robot() {
    return new RosRobot(
        connect(config.catalog()), config, StepConfirmation.NOT_NEEDED, events::add);
  }

  private void awaitStopped(RosRobot robot) throws InterruptedException {
    while (!robot.stillBecause().equals(Optional.of("the e-stop is pressed"))) {
      Thread.sleep(20);
    }
    assertThatThrownBy(robot::arm)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The robot was stopped in an emergency (the e-stop is pressed); release it, and start anew to arm it");
  }

  @Test
  void aButtonThatWasPressedBeforeTheStartIsHeard() throws Exception {
    try (RosTransport button = connect(config.catalog());
        Publication topic =
            button.advertise("/button", TypeName.of("std_msgs/msg/Bool"), Qos.LATCHED)) {
      topic.publish(JsonNodeFactory.instance.objectNode().put("data", true));
      try (RosRobot robot = robot()) {
        awaitStopped(robot);
      }
    }
  }

  @Test
  void aButtonThatComesLateWithAnEmptyMessageIsHeard() throws Exception {
    try (RosRobot robot = robot()) {
      robot.arm();
      try (RosTransport button = connect(config.catalog());
          Publication topic =
              button.advertise("/button", TypeName.of("std_msgs/msg/Empty"), Qos.RELIABLE)) {
        while (robot.stillBecause().isEmpty()) {
          topic.publish(JsonNodeFactory.instance.objectNode());
          Thread.sleep(100);
        }
        awaitStopped(robot);
        assertThat(robot.eStopState().orElseThrow())
            .startsWith("the e-stop topic /button is published (1, std_msgs/msg/Empty)");
      }
    }
  }

  @Test
  void thatNobodyCouldPressItIsSaidOnce() throws Exception {
    try (RosRobot robot = robot()) {
      while (events.isEmpty()) {
        Thread.sleep(50);
      }
      Thread.sleep(1500);
      assertThat(events)
          .containsExactly(
              new RobotEvent.Doubted(
                  "nobody publishes the e-stop topic /button: it cannot be pressed"));
      assertThat(robot.eStopState()).isPresent();
    }
  }
}
