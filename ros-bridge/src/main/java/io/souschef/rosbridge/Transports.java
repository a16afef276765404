package io.souschef.rosbridge;

import io.souschef.rosbridge.config.Connection;
import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.dds.DdsSettings;
import io.souschef.rosbridge.transport.dds.DdsTransport;
import io.souschef.rosbridge.transport.rosbridge.RosbridgeSettings;
import io.souschef.rosbridge.transport.rosbridge.RosbridgeTransport;
import io.souschef.skills.InvalidInputException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Opens the way that a robot's file names. */
public final class Transports {

  private Transports() {}

  /**
   * Connects.
   *
   * @throws InvalidInputException when the address is none, or DDS is not on the class path
   * @throws io.souschef.skills.execution.RobotException when nobody answers
   */
  public static RosTransport connect(Connection connection, MessageCatalog catalog) {
    return switch (connection.transport()) {
      case ROSBRIDGE ->
          RosbridgeTransport.connect(
              RosbridgeSettings.at(uri(connection.url()))
                  .withLinkTimeout(Duration.ofMillis((long) (1000 * connection.linkTimeoutS()))),
              catalog);
      case DDS -> dds(connection, catalog);
    };
  }

  private static URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "'%s' is not an address; write it like ws://robot:9090".formatted(url), e);
    }
  }

  private static RosTransport dds(Connection connection, MessageCatalog catalog) {
    Optional<InetAddress> network = connection.network().map(Transports::address);
    try {
      return DdsTransport.join(
          new DdsSettings("souschef", connection.domainId(), network, connection.wire()), catalog);
    } catch (LinkageError e) {
      throw new InvalidInputException(
          "DDS cannot be used here (%s); put its library on the class path or use transport: rosbridge"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new InvalidInputException(
          "connection.network '%s' is not an address of this machine; write it like 192.168.1.5"
              .formatted(text),
          e);
    }
  }
}
