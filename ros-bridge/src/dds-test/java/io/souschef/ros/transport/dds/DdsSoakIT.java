package io.souschef.ros.transport.dds;

import io.souschef.ros.Soak;
import io.souschef.ros.config.Connection.Wire;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that die over DDS: a tenth as often as links are lost over rosbridge, since they must be
 * found anew.
 */
@Timeout(1800)
class DdsSoakIT {

  private static final int ROUNDS = Math.max(1, Integer.getInteger("souschef.soak", 30) / 10);

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
}
