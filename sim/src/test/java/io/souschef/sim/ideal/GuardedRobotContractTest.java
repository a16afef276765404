package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotContract;
import io.souschef.skills.policy.GuardedRobot;
import io.souschef.skills.policy.Policy;
import java.time.Clock;

/** A guarded robot is a robot like any other. */
class GuardedRobotContractTest extends RobotContract {

  private static final Policy POLICY =
      Policy.parse(
          "test",
          """
          rules:
            - {rule: nothing sharp to people, things: sharp, to: person}
            - {rule: stay away from the sink, at: sink}
            - {rule: nothing out of the fridge, from: fridge}
            - {rule: nothing is knocked over, skills: knock_over}
          """);

  @Override
  protected Robot create() {
    Robot robot =
        new IdealKitchen(
            new SceneReader(KitchenFile.standard())
                .parse(
                    "test",
                    """
                    objects:
                      - {kind: coke, at: table}
                      - {kind: apple, at: sink}
                      - {kind: spill, at: far counter}
                    """,
                    1));
    return new GuardedRobot(
        robot, POLICY.over(SkillLibrary.standard(), robot.vocabulary(), Clock.systemUTC()));
  }

  @Override
  protected String drivable() {
    return "far counter";
  }
}
