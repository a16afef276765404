package io.souschef.ros;

import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thirty faults over rosbridge; {@code -Dsouschef.soak=100} for a hundred. */
@Timeout(1800)
class RosSoakIT {

  private static final int ROUNDS = Integer.getInteger("souschef.soak", 30);

  @Test
  void noFaultHangsOrLeavesAGoalRunningAndEveryOneIsInTheTrace() throws Exception {
    try (RelayFixture relay = new RelayFixture()) {
      double slowestMs =
          new Soak(relay.uri(), relay::connect, Optional.of(relay::cutEverything)).run(ROUNDS);
      System.out.printf(
          "Soak, rosbridge: %d faults; slowest from noticing to the last cancel: %.1f ms%n",
          ROUNDS, slowestMs);
    }
  }
}
