package io.souschef.ros;

import io.souschef.ros.config.Connection;
import io.souschef.ros.config.Connection.Transport;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TransportProvider;
import io.souschef.ros.transport.rosbridge.RosbridgeSettings;
import io.souschef.ros.transport.rosbridge.RosbridgeTransport;
import io.souschef.skills.failure.InvalidInputException;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;

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
    return connection.transport() == Transport.ROSBRIDGE
        ? RosbridgeTransport.connect(
            RosbridgeSettings.at(uri(connection.url()))
                .withLinkTimeout(Duration.ofMillis((long) (1000 * connection.linkTimeoutS()))),
            catalog)
        : dds().connect(connection, catalog);
  }

  /**
   * The address of a rosbridge.
   *
   * @throws InvalidInputException when it is none
   */
  public static URI uri(String url) {
    try {
      URI uri = URI.create(url);
      if (("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(notAnAddress(url), e);
    }
    throw new InvalidInputException(notAnAddress(url));
  }

  private static String notAnAddress(String url) {
    return "'%s' is not an address of a rosbridge; write it like ws://robot:9090".formatted(url);
  }

  private static TransportProvider dds() {
    return ServiceLoader.load(TransportProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "DDS is not on the class path; build with -Pdds, which ./souschef does when it"
                        + " sees 'transport: dds' in the robot file or --transport dds"));
  }
}
