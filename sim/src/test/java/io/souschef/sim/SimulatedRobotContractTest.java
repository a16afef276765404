package io.souschef.sim;

import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotContract;

class SimulatedRobotContractTest extends RobotContract {

  @Override
  protected Robot create() {
    return new SimulatedRobot(
        Scenes.parse(
            """
            robot: {at: user}
            objects:
              - {kind: coke, at: table}
              - {kind: apple, at: far counter}
              - {kind: spill, at: far counter}
            """,
            1),
        1);
  }

  @Override
  protected String drivable() {
    return "far counter";
  }
}
