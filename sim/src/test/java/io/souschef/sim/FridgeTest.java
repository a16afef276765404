package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.skills.execution.SkillResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand works between the shelves, whatever it carries. */
class FridgeTest {

  private static final FloorPlan FLOOR = FloorPlan.of(Scenes.KITCHEN);

  private static SimulatedRobot robot(String at, String kind, String place, long seed) {
    String scene =
        "robot: {at: %s}\ndoors: {fridge: open}\nobjects:\n  - {kind: %s, at: %s}\n"
            .formatted(at, kind, place);
    return new SimulatedRobot(Scenes.parse(scene, seed), FLOOR, SensorNoise.STANDARD, seed);
  }

  private static void run(SimulatedRobot robot, String action, String... arguments) {
    SkillResult result = robot.execute(skill(action, arguments), progress -> {});
    assertThat(result.succeeded()).as("%s: %s", action, result).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spoon", "apple", "coke", "water bottle", "milk carton"})
  void whatWasTakenFromATableGoesUnderAShelf(String kind) {
    SimulatedRobot robot = robot("table", kind, "table", 1);
    run(robot, "find", "object", kind);
    run(robot, "pick_up", "object", kind);
    run(robot, "go_to", "place", "fridge");
    run(robot, "put", "object", kind, "place", "fridge");
    assertThat(robot.worldState().object(kind + "-1").orElseThrow().place()).contains("fridge");
  }

  @ParameterizedTest
  @CsvSource({
    "spoon, 1",
    "candy, 1",
    "sponge, 1",
    "chocolate bar, 2",
    "energy bar, 9",
    "coke, 1",
    "milk carton, 1"
  })
  void whatLiesInItComesOut(String kind, long seed) {
    SimulatedRobot robot = robot("fridge", kind, "fridge", seed);
    run(robot, "find", "object", kind);
    run(robot, "take_out", "object", kind, "place", "fridge");
    assertThat(robot.worldState().held()).contains(kind + "-1");
  }
}
