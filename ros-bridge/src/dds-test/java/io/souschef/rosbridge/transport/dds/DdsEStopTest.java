package io.souschef.rosbridge.transport.dds;

import io.souschef.rosbridge.EStopContract;
import io.souschef.rosbridge.config.Connection.Wire;
import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.rosbridge.transport.RosTransport;
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
