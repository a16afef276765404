package io.souschef.ros.transport.dds;

import io.souschef.ros.config.Connection;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TransportProvider;
import io.souschef.skills.failure.InvalidInputException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Joins the DDS domain that a robot's file names. */
public final class DdsProvider implements TransportProvider {

  private static final String ALL = "all";

  @Override
  public RosTransport connect(Connection connection, MessageCatalog catalog) {
    DdsSettings settings =
        new DdsSettings(
            "souschef",
            connection.domainId(),
            interfaceOf(connection.network()),
            connection.wire());
    try {
      DdsTransport transport = DdsTransport.join(settings, catalog);
      transport.appear(
          MessageCatalog.standard(connection.distribution()), namespace(connection.namespace()));
      return transport;
    } catch (LinkageError e) {
      throw new InvalidInputException(
          "The native DDS library cannot be loaded here (%s); use transport: rosbridge"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** The loopback interface unless told otherwise: what is not meant to be heard is not said. */
  private static Optional<InetAddress> interfaceOf(Optional<String> network) {
    return network.filter(ALL::equals).isPresent()
        ? Optional.empty()
        : Optional.of(network.map(DdsProvider::address).orElseGet(InetAddress::getLoopbackAddress));
  }

  private static String namespace(String given) {
    String name = given.startsWith("/") ? given : "/" + given;
    return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new InvalidInputException(
          "connection.network '%s' is not an address of this machine; write it like 192.168.1.5, or all"
              .formatted(text),
          e);
    }
  }
}
