package io.souschef.ros.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.safety.SafetyGateContract;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TransportException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void aCallForWhichNoServerIsFoundIsOverAndHoldsNothing() throws Exception {
    TypeName type = TypeName.of("std_srvs/srv/SetBool");
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    try (SafetyGate gate = gate("/unused", 0.3)) {
      var answer = gate.call("/nowhere", type, nothing, Duration.ofMillis(300));
      assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
          .hasRootCauseMessage("Service /nowhere: no server was found in time; it was never sent")
          .cause()
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.isSettled()).isTrue());
      assertThat(gate.isUnderWay()).isFalse();
      assertThat(gate.state()).isEqualTo(SafetyGate.State.ARMED);
    }
  }

  @Test
  void whatWasGivenUpBeforeItsServerWasThereIsNotSentOnceItIs() throws Exception {
    TypeName type = TypeName.of("std_srvs/srv/SetBool");
    try (SafetyGate gate = gate("/late", 0.3)) {
      ObjectNode nothing = JsonNodeFactory.instance.objectNode();
      ClientGoal goal =
          gate.send("/late", TypeName.of("control_msgs/action/GripperCommand"), nothing, f -> {});
      assertThat(gate.stop("enough").unconfirmed()).isEmpty();
      assertThat(goal.outcome().get(20, TimeUnit.SECONDS)).isInstanceOf(GoalOutcome.Rejected.class);
      gate.arm();
      var unused = gate.call("/late_call", type, nothing, Duration.ofSeconds(60));
      assertThat(gate.stop("enough").unconfirmed()).isEmpty();
      AtomicInteger calls = new AtomicInteger();
      robot()
          .serve(
              "/late_call",
              type,
              request -> {
                calls.incrementAndGet();
                return nothing;
              });
      var goals = serve("/late");
      Thread.sleep(1000);
      assertThat(goals).isEmpty();
      assertThat(calls).hasValue(0);
    }
  }
}
