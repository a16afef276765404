package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotContract;

class IdealRobotContractTest extends RobotContract {

  @Override
  protected Robot create() {
    return new IdealKitchen(
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
  }

  @Override
  protected String drivable() {
    return "far counter";
  }
}
