package io.souschef.rosbridge.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.rosbridge.config.Connection.Wire;
import io.souschef.rosbridge.transport.GoalOutcome;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.RosTransportContract;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two participants of this process on the loopback address. */
@Timeout(90)
class DdsTransportTest extends RosTransportContract {

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
  void aRefusedGoalIsRejected() throws Exception {
    gripper("/gripper");
    assertThat(soon(close("/gripper", -1).outcome())).isInstanceOf(GoalOutcome.Rejected.class);
  }
}
