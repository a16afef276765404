package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TopicWatch;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RosbridgeEStopTest extends EStopContract {

  private final RelayFixture relay = new RelayFixture();

  @AfterEach
  void close() {
    relay.close();
  }

  @Override
  protected RosTransport connect(MessageCatalog catalog) {
    return relay.connect(catalog);
  }

  @Test
  void aTypeThatIsNotUnderstoodIsNamed() throws Exception {
    MessageCatalog catalog = MessageCatalog.standard(Distribution.JAZZY);
    try (RosTransport ears = connect(catalog);
        RosTransport button = connect(catalog);
        TopicWatch watch =
            ears.watchTopic(
                "/button", List.of(TypeName.of("std_msgs/msg/Bool")), (type, message) -> {})) {
      button.advertise("/button", TypeName.of("std_msgs/msg/String"), Qos.RELIABLE);
      while (watch.publishers().type().isEmpty()) {
        Thread.sleep(50);
      }
      assertThat(watch.publishers())
          .isEqualTo(new TopicWatch.Publishers(true, 0, "std_msgs/msg/String"));
    }
  }
}
