package io.souschef.ros.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class RosbridgeGateTest extends SafetyGateContract {

  private static final TypeName SET_BOOL = TypeName.of("std_srvs/srv/SetBool");

  private final RelayFixture relay = new RelayFixture();
  private final RosTransport robot = relay.connect(CATALOG);
  private final RosTransport planner = relay.connect(CATALOG);
  private final RosTransport somebodyElse = relay.connect(CATALOG);

  @AfterEach
  void close() {
    planner.close();
    somebodyElse.close();
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

  @Override
  protected RosTransport somebodyElse() {
    return somebodyElse;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What rosbridge 2.1 says of a service that works for more than five seconds. */
  @Test
  void aServiceForWhichRosbridgeHasNoMorePatienceMayBeAtWorkStill() throws Exception {
    serve("/other");
    robot.serve("/grasp", SET_BOOL, request -> json());
    relay.graph.callsAreAnswered = "Timeout exceeded while waiting for service response";
    try (SafetyGate gate = gate("/other", 0.3)) {
      var answer = gate.call("/grasp", SET_BOOL, json(), Duration.ofSeconds(40));
      assertThatThrownBy(() -> answer.get(40, TimeUnit.SECONDS))
          .hasMessageContaining("Timeout exceeded");
      assertThatThrownBy(
              () ->
                  gate.send(
                      "/other",
                      TypeName.of("control_msgs/action/GripperCommand"),
                      json(),
                      feedback -> {}))
          .hasMessage("/grasp is still under way; one command at a time moves the robot");
      assertThat(gate.stop("enough").unconfirmed()).containsExactly("/grasp (its answer was lost)");
      assertThatThrownBy(gate::arm).hasMessageContaining("NOT confirmed as stopped: /grasp");
    }
  }

  @Test
  void aServiceWhoseServerGoesInTheMidstOfACallMayBeAtWorkStill() throws Exception {
    serve("/other");
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    RosTransport arm = relay.connect(CATALOG);
    arm.serve(
        "/grasp",
        SET_BOOL,
        request -> {
          asked.complete(true);
          arm.close();
          return json();
        });
    try (SafetyGate gate = gate("/other", 0.3)) {
      while (!asked.isDone()) {
        try {
          gate.call("/grasp", SET_BOOL, json(), Duration.ofSeconds(40)).get(40, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          assertThat(gate.state()).as("until it is known: %s", e).isEqualTo(SafetyGate.State.ARMED);
        }
      }
      assertThat(gate.stop("enough").unconfirmed()).hasSize(1);
      assertThatThrownBy(gate::arm).hasMessageContaining("NOT confirmed as stopped: /grasp");
    }
  }

  @Test
  void aServerThatRefusesTheCancelIsNotConfirmedAsStopped() throws Exception {
    var goals = serve("/stubborn");
    relay.graph.cancelsAreRefused = true;
    try (SafetyGate gate = gate("/stubborn", 0.3)) {
      gate.send(
          "/stubborn",
          TypeName.of("control_msgs/action/GripperCommand"),
          JsonNodeFactory.instance.objectNode(),
          feedback -> {});
      var moving = goals.take();
      assertThat(gate.stop("enough").unconfirmed()).hasSize(1);
      await(
          RobotEvent.NotConfirmed.class,
          said -> said.unconfirmed().equals("/stubborn (its server refuses to cancel it)"));
      relay.graph.cancelsAreRefused = false;
      moving.abort(JsonNodeFactory.instance.objectNode());
    }
  }
}
