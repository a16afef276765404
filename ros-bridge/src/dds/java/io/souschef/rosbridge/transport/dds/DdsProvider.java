package io.souschef.rosbridge.transport.dds;

import io.souschef.rosbridge.config.Connection;
import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.TransportProvider;
import io.souschef.skills.InvalidInputException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Joins the DDS domain that a robot's file names. */
public final class DdsProvider implements TransportProvider {

  @Override
  public RosTransport connect(Connection connection, MessageCatalog catalog) {
    DdsSettings settings =
        new DdsSettings(
            "souschef",
            connection.domainId(),
            connection.network().map(DdsProvider::address),
            connection.wire());
    try {
      return DdsTransport.join(settings, catalog);
    } catch (LinkageError e) {
      throw new InvalidInputException(
          "The native DDS library cannot be loaded here (%s); use transport: rosbridge"
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
