package io.souschef.ros.transport.dds;

import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.safety.SafetyGateContract;
import io.souschef.ros.transport.RosTransport;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DdsGateTest extends SafetyGateContract {

  private final RosTransport robot = join("robot");
  private final RosTransport planner = join("planner");
  private final RosTransport somebodyElse = join("somebody else");

  private static RosTransport join(String name) {
    return DdsTransport.join(
        new DdsSettings(
            name, OwnDomain.FIRST, Optional.of(InetAddress.getLoopbackAddress()), Wire.CYCLONE),
        CATALOG);
  }

  @AfterEach
  void leave() {
    planner.close();
    somebodyElse.close();
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

  @Override
  protected RosTransport somebodyElse() {
    return somebodyElse;
  }
}
