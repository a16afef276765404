package io.souschef.ros;

import io.souschef.ros.soak.FaultSoak;
import io.souschef.ros.soak.RosbridgeSide;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Thirty faults of each soak over rosbridge; {@code -Dsouschef.soak=300} for three hundred, {@code
 * -Dsouschef.reliability=../docs/reliability.md} to write what was found.
 */
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

  @Test
  void nothingMovesThatIsNotSaidToMoveWhateverHappens() throws Exception {
    try (RosbridgeSide side = new RosbridgeSide();
        FaultSoak soak = new FaultSoak(side)) {
      try {
        soak.run(ROUNDS);
      } finally {
        System.out.println("Soak of faults, rosbridge: " + soak.summary());
        String page = System.getProperty("souschef.reliability");
        if (page != null) {
          soak.write(
              Path.of(page),
              "faults-rosbridge",
              "Faults of a robot behind rosbridge",
              "mvn -pl ros-bridge -am verify -Dtest=none -Dit.test=RosSoakIT -Dsouschef.soak=%s"
                      .formatted(ROUNDS)
                  + " -Dsouschef.reliability=../docs/reliability.md");
        }
      }
    }
  }
}
