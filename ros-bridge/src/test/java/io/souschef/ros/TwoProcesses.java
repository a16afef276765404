package io.souschef.ros;

import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.node.ClientFile;
import io.souschef.ros.node.NodeSettings;
import io.souschef.ros.node.RobotNode;
import io.souschef.ros.node.Senses;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.execution.Robot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A robot served as a node, and a {@link RosRobot} that reaches it over a transport. */
public final class TwoProcesses implements AutoCloseable {

  public final List<RobotEvent> events = new CopyOnWriteArrayList<>();

  /** Told of every event before it is kept here. */
  public volatile Consumer<RobotEvent> witness = event -> {};

  public final RosRobot client;
  public final RosTransport server;
  private final RobotNode node;

  public TwoProcesses(
      Robot robot,
      String url,
      Function<MessageCatalog, RosTransport> connect,
      UnaryOperator<String> edit) {
    this(robot, url, connect, connect, edit);
  }

  /**
   * Both sides with ways of their own.
   *
   * @param reach the client's way
   */
  public TwoProcesses(
      Robot robot,
      String url,
      Function<MessageCatalog, RosTransport> connect,
      Function<MessageCatalog, RosTransport> reach,
      UnaryOperator<String> edit) {
    String yaml =
        ClientFile.yaml(robot.vocabulary(), url, 0, "")
            .replaceFirst("(?m)^safety:", "safety:\n  give_up_s: 1");
    yaml = edit.apply(yaml);
    if (!yaml.contains("confirm_s:")) {
      yaml = yaml.replaceFirst("(?m)^safety:", "safety:\n  confirm_s: 20");
    }
    RobotConfig config = RobotConfig.parse("client.yaml", yaml);
    server = connect.apply(config.catalog());
    node =
        RobotNode.start(
            server,
            robot,
            new NodeSettings(
                "", "gripper_finger_joint", Duration.ofMillis(50), Duration.ofSeconds(1)),
            Senses.NONE);
    client =
        new RosRobot(
            reach.apply(config.catalog()),
            config,
            StepConfirmation.NOT_NEEDED,
            event -> {
              witness.accept(event);
              events.add(event);
            });
  }

  public <E extends RobotEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() {
    client.close();
    node.close();
    server.close();
  }
}
