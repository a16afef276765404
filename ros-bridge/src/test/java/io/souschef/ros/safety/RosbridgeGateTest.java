package io.souschef.ros.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class RosbridgeGateTest extends SafetyGateContract {

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

  @Test
  void aServerThatRefusesTheCancelIsNotConfirmedAsStopped() throws Exception {
    var goals = serve("/stubborn");
    relay.graph.cancelsAreRefused = true;
    try (SafetyGate gate = gate("/stubborn", 1)) {
      gate.send(
          "/stubborn",
          TypeName.of("control_msgs/action/GripperCommand"),
          JsonNodeFactory.instance.objectNode(),
          feedback -> {});
      var moving = goals.take();
      assertThat(gate.stop("enough").unconfirmed())
          .containsExactly("/stubborn (its server refuses to cancel it)");
      relay.graph.cancelsAreRefused = false;
      moving.abort(JsonNodeFactory.instance.objectNode());
    }
  }
}
