package io.souschef.ros;

import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.ros.transport.rosbridge.RosbridgeTransport;
import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotContract;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A robot behind rosbridge is a robot like any other. */
@Timeout(60)
class RosRobotContractTest extends RobotContract {

  private final RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, RelayAccess.LOCAL);
  private final TwoProcesses processes =
      new TwoProcesses(
          new PretendRobot(),
          relay.uri().toString(),
          catalog -> RosbridgeTransport.connect(RelayFixture.patient(relay.uri()), catalog),
          UnaryOperator.identity());

  @Override
  protected Robot create() {
    processes.client.arm();
    return processes.client;
  }

  @Override
  protected String drivable() {
    return "table";
  }

  @AfterEach
  void closeProcesses() {
    processes.close();
    relay.close();
  }
}
