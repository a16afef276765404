package io.souschef.ros.transport.dds;

import io.souschef.ros.EStopContract;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class DdsEStopTest extends EStopContract {

  @Override
  protected RosTransport connect(MessageCatalog catalog) {
    return DdsTransport.join(
        new DdsSettings(
            "e-stop",
            OwnDomain.SECOND,
            Optional.of(InetAddress.getLoopbackAddress()),
            Wire.CYCLONE),
        catalog);
  }
}
