package io.souschef.ros.transport;

import io.souschef.ros.config.Connection;
import io.souschef.ros.message.MessageCatalog;

/**
 * A way to a ROS 2 graph that comes with libraries of its own and is found by {@link
 * java.util.ServiceLoader} only when it is asked for.
 */
public interface TransportProvider {

  /**
   * Connects.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when the settings mean nothing here
   * @throws io.souschef.skills.execution.RobotException when the graph cannot be joined
   */
  RosTransport connect(Connection connection, MessageCatalog catalog);
}
