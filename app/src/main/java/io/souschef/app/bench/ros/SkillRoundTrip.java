package io.souschef.app.bench.ros;

import io.souschef.ros.RosRobot;
import io.souschef.ros.StepConfirmation;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.node.NodeSettings;
import io.souschef.ros.node.RobotNode;
import io.souschef.ros.node.Senses;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;

/** A planner's robot and a robot's node; each run is one skill and the observation after it. */
final class SkillRoundTrip implements Runnable, AutoCloseable {

  private final RosTransport far;
  private final RobotNode node;
  private final RosRobot robot;

  SkillRoundTrip(RobotConfig config) {
    far = Transports.connect(config.connection(), config.catalog());
    node = RobotNode.start(far, new IdleRobot(), NodeSettings.STANDARD, Senses.NONE);
    robot =
        new RosRobot(
            Transports.connect(config.connection(), config.catalog()),
            config,
            StepConfirmation.NOT_NEEDED,
            event -> {});
    robot.observe();
    robot.arm();
  }

  @Override
  public void run() {
    SkillResult result = robot.execute(IdleRobot.SKILL, progress -> {});
    if (!result.succeeded()) {
      throw new RobotException("The idle robot failed: " + result.message());
    }
    robot.observe();
  }

  @Override
  public void close() {
    robot.close();
    node.close();
    far.close();
  }
}
