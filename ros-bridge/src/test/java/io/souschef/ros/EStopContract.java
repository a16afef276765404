package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            "The robot was stopped in an emergency (the e-stop is pressed); release it, and start"
                + " anew to arm it");
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

  @ParameterizedTest
  @EnumSource(Qos.class)
  void inEveryQualityOfServiceItIsHeardWhateverWasPublishedBefore(Qos qos) throws Exception {
    try (RosTransport button = connect(config.catalog());
        Publication topic = button.advertise("/button", TypeName.of("std_msgs/msg/Bool"), qos)) {
      topic.publish(JsonNodeFactory.instance.objectNode().put("data", false));
      try (RosRobot robot = robot()) {
        robot.arm();
        for (int i = 0; i < 3; i++) {
          topic.publish(JsonNodeFactory.instance.objectNode().put("data", false));
        }
        assertThat(robot.stillBecause()).isEmpty();
        while (robot.stillBecause().isEmpty()) {
          topic.publish(JsonNodeFactory.instance.objectNode().put("data", true));
          Thread.sleep(100);
        }
        topic.publish(JsonNodeFactory.instance.objectNode().put("data", false));
        awaitStopped(robot);
      }
    }
  }

  @Test
  void aTypeThatIsNoButtonIsNamedInsteadOfTakenForOne() throws Exception {
    try (RosTransport button = connect(config.catalog());
        Publication topic =
            button.advertise("/button", TypeName.of("std_msgs/msg/String"), Qos.RELIABLE);
        RosRobot robot = robot()) {
      robot.arm();
      while (events.stream().noneMatch(RobotEvent.Doubted.class::isInstance)) {
        topic.publish(JsonNodeFactory.instance.objectNode().put("data", "true"));
        Thread.sleep(100);
      }
      assertThat(robot.stillBecause()).isEmpty();
      assertThat(events)
          .filteredOn(RobotEvent.Doubted.class::isInstance)
          .first()
          .isIn(
              new RobotEvent.Doubted(
                  "the e-stop topic /button is published as std_msgs/msg/String: only"
                      + " std_msgs/msg/Bool and std_msgs/msg/Empty are understood"),
              // Over DDS types that differ do not find each other at all.
              new RobotEvent.Doubted(
                  "nobody publishes the e-stop topic /button: it cannot be pressed"));
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

  private static ObjectNode parameter(String name, boolean value) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request
        .putArray("parameters")
        .addObject()
        .put("name", name)
        .putObject("value")
        .put("type", 1)
        .put("bool_value", value);
    return request;
  }

  /** Servers take a moment to be found. */
  private static ObjectNode call(RosTransport from, String service, String type, ObjectNode request)
      throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        return from.call(service, TypeName.of(type), request, Duration.ofSeconds(5)).get();
      } catch (ExecutionException e) {
        assertThat(tries).as(String.valueOf(e.getMessage())).isLessThan(10);
      }
    }
  }

  @Test
  void whoHasNoButtonPressesItByAService() throws Exception {
    try (RosRobot robot = robot();
        RosTransport person = connect(config.catalog())) {
      robot.arm();
      assertThat(
              call(
                      person,
                      "/souschef/e_stop",
                      "std_srvs/srv/Trigger",
                      JsonNodeFactory.instance.objectNode())
                  .path("success")
                  .asBoolean())
          .isTrue();
      awaitStopped(robot);
    }
  }

  @Test
  void theParameterPressesItAndDoesNotReleaseIt() throws Exception {
    String type = "rcl_interfaces/srv/SetParameters";
    try (RosRobot robot = robot();
        RosTransport person = connect(config.catalog())) {
      robot.arm();
      String set = "/souschef/set_parameters";
      assertThat(call(person, set, type, parameter("speed", true)).at("/results/0/reason").asText())
          .isEqualTo("there is no parameter 'speed'; there is e_stop");
      assertThat(robot.stillBecause()).isEmpty();
      assertThat(
              call(person, set, type, parameter("e_stop", true))
                  .at("/results/0/successful")
                  .asBoolean())
          .isTrue();
      awaitStopped(robot);
      assertThat(
              call(person, set, type, parameter("e_stop", false))
                  .at("/results/0/successful")
                  .asBoolean())
          .isFalse();
      ObjectNode names = JsonNodeFactory.instance.objectNode();
      names.putArray("names").add("e_stop");
      assertThat(
              call(person, "/souschef/get_parameters", "rcl_interfaces/srv/GetParameters", names)
                  .at("/values/0/bool_value")
                  .asBoolean())
          .isTrue();
    }
  }
}
