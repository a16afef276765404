package io.souschef.app.robot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.Transports;
import io.souschef.ros.config.Connection;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.node.NodeSettings;
import io.souschef.ros.node.RobotNode;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.execution.RobotException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The simulated robot on a ROS 2 graph. Owns the robot, its transport and, where no rosbridge runs,
 * the small one of our own.
 */
public final class SimulatedNode implements AutoCloseable {

  /** Simulated seconds between two poses while a robot moves in real time. */
  private static final double EVERY_S = 0.05;

  private final RosTransport transport;
  private final NodeSettings settings;
  private final boolean smooth;
  private final Optional<RosbridgeRelay> relay;
  private SimulatedRobot robot;
  private RobotNode node;

  private SimulatedNode(
      SimulatedRobot robot,
      RosTransport transport,
      NodeSettings settings,
      boolean smooth,
      Optional<RosbridgeRelay> relay) {
    this.robot = robot;
    this.transport = transport;
    this.settings = settings;
    this.smooth = smooth;
    this.relay = relay;
    this.node = open(robot);
  }

  /**
   * Puts a robot on the graph that its clients' file names.
   *
   * @param smooth whether poses are published often enough to look smooth in real time
   * @param access who may use the small rosbridge of our own, should it be started
   * @throws io.souschef.skills.failure.InvalidInputException when the graph can neither be reached
   *     nor made
   */
  public static SimulatedNode start(
      SimulatedRobot robot,
      RobotConfig client,
      NodeSettings settings,
      boolean smooth,
      RelayAccess access) {
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
      relay = Optional.of(RosbridgeRelay.start(uri.getHost(), uri.getPort(), access));
      transport = Transports.connect(connection, client.catalog());
    }
    return new SimulatedNode(robot, transport, settings, smooth, relay);
  }

  private RobotNode open(SimulatedRobot next) {
    RobotNode opened = RobotNode.start(transport, next, settings, SimulatedSenses.of(next));
    if (smooth) {
      next.onSnapshot(EVERY_S, view -> opened.moved());
    }
    return opened;
  }

  /**
   * Takes the robot off the graph and puts another one there, at another time and place.
   *
   * @param last what to do with the robot that has left, before it is closed
   */
  public synchronized void replace(Consumer<SimulatedRobot> last, Supplier<SimulatedRobot> next) {
    node.close();
    last.accept(robot);
    robot.close();
    robot = next.get();
    node = open(robot);
  }

  /** Offers a service beside what the robot itself offers, below the same namespace. */
  public void serve(String name, TypeName type, Function<ObjectNode, ObjectNode> handler) {
    transport.serve(settings.name(name), type, handler);
  }

  /** The robot that is on the graph now. */
  public synchronized SimulatedRobot robot() {
    return robot;
  }

  /** Completes with the reason should the small rosbridge of our own stop to serve; else never. */
  public CompletableFuture<String> died() {
    return relay.map(RosbridgeRelay::died).orElseGet(CompletableFuture::new);
  }

  /** Whether the small rosbridge of our own runs here. */
  public boolean hasOwnRosbridge() {
    return relay.isPresent();
  }

  /**
   * Ends the running skill and leaves the graph; the robot's world can be looked at until closed.
   */
  public synchronized void leave() {
    node.close();
    transport.close();
    relay.ifPresent(RosbridgeRelay::close);
  }

  @Override
  public synchronized void close() {
    leave();
    robot.close();
  }
}
