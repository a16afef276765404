package io.souschef.app.robot;

import io.souschef.rosbridge.Transports;
import io.souschef.rosbridge.config.Connection;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.node.NodeSettings;
import io.souschef.rosbridge.node.RobotNode;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.rosbridge.RosbridgeRelay;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.execution.RobotException;
import java.net.URI;
import java.util.Optional;

/**
 * The simulated robot on a ROS 2 graph. Owns the robot, its transport and, where no rosbridge runs,
 * the small one of our own.
 */
public final class SimulatedNode implements AutoCloseable {

  /** Simulated seconds between two poses while a robot moves in real time. */
  private static final double EVERY_S = 0.05;

  private final SimulatedRobot robot;
  private final RosTransport transport;
  private final RobotNode node;
  private final Optional<RosbridgeRelay> relay;

  private SimulatedNode(
      SimulatedRobot robot,
      RosTransport transport,
      RobotNode node,
      Optional<RosbridgeRelay> relay) {
    this.robot = robot;
    this.transport = transport;
    this.node = node;
    this.relay = relay;
  }

  /**
   * Puts a robot on the graph that its clients' file names.
   *
   * @param smooth whether poses are published often enough to look smooth in real time
   * @throws io.souschef.skills.InvalidInputException when the graph can neither be reached nor made
   */
  public static SimulatedNode start(
      SimulatedRobot robot, RobotConfig client, NodeSettings settings, boolean smooth) {
    Connection connection = client.connection();
    Optional<RosbridgeRelay> relay = Optional.empty();
    RosTransport transport;
    try {
      transport = Transports.connect(connection, client.catalog());
    } catch (RobotException nobody) {
      if (connection.transport() != Connection.Transport.ROSBRIDGE) {
        throw nobody;
      }
      URI uri = URI.create(connection.url());
      relay = Optional.of(RosbridgeRelay.start(uri.getHost(), uri.getPort()));
      transport = Transports.connect(connection, client.catalog());
    }
    RobotNode node = RobotNode.start(transport, robot, settings, SimulatedSenses.of(robot));
    if (smooth) {
      robot.onSnapshot(EVERY_S, view -> node.moved());
    }
    return new SimulatedNode(robot, transport, node, relay);
  }

  /** Whether the small rosbridge of our own runs here. */
  public boolean hasOwnRosbridge() {
    return relay.isPresent();
  }

  /**
   * Ends the running skill and leaves the graph; the robot's world can be looked at until closed.
   */
  public void leave() {
    node.close();
    transport.close();
    relay.ifPresent(RosbridgeRelay::close);
  }

  @Override
  public void close() {
    leave();
    robot.close();
  }
}
