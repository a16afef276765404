package io.souschef.ros.transport.dds;

import io.souschef.ros.Soak;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.soak.FaultSoak;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that die over DDS: a tenth as often as links are lost over rosbridge, since they must be
 * found anew.
 */
@Timeout(1800)
class DdsSoakIT {

  private static final int ALL = Integer.getInteger("souschef.soak", 15);
  private static final int ROUNDS = Math.max(1, ALL / 10);

  @Test
  void noDeathOfAServerHangsOrIsMissingInTheTrace() throws Exception {
    DdsSettings here =
        new DdsSettings(
            "soak", OwnDomain.SECOND, Optional.of(InetAddress.getLoopbackAddress()), Wire.CYCLONE);
    double slowestMs =
        new Soak("", catalog -> DdsTransport.join(here, catalog), Optional.empty()).run(ROUNDS);
    System.out.printf(
        "Soak, DDS: %d faults; slowest from noticing to the last cancel: %.1f ms%n",
        ROUNDS, slowestMs);
  }

  /** With the peer in C on Cyclone DDS: {@code -Dsouschef.soak=300} for three hundred rounds. */
  @Test
  void nothingMovesThatIsNotSaidToMoveWhateverHappens() throws Exception {
    try (PeerSide side = new PeerSide(OwnDomain.FIRST);
        FaultSoak soak = new FaultSoak(side)) {
      try {
        soak.run(ALL);
      } finally {
        System.out.println("Soak of faults, DDS with the C peer: " + soak.summary());
        String page = System.getProperty("souschef.reliability");
        if (page != null) {
          soak.write(
              Path.of(page),
              "faults-dds",
              "Faults of a robot on Cyclone DDS (the peer in C)",
              "mvn -pl ros-bridge -am verify -Dtest=none -Dit.test=DdsSoakIT -Dsouschef.soak=%s"
                      .formatted(ALL)
                  + " -Dsouschef.reliability=../docs/reliability.md");
        }
      }
    }
  }
}
