package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thing goes out of a drawer and in again, wherever in it the seed has laid it. */
class DrawerTest {

  private static final FloorPlan FLOOR = FloorPlan.of(Scenes.KITCHEN);

  @ParameterizedTest
  @CsvSource({
    "spoon, top drawer, 10", // right at the back
    "spoon, top drawer, 24",
    "spoon, bottom drawer, 9",
    "spoon, bottom drawer, 22",
    "candy, top drawer, 3",
    "candy, bottom drawer, 5",
    "apple, top drawer, 2", // rolls against the back
    "apple, bottom drawer, 1", // there below the upper drawer's handle
    "water bottle, top drawer, 1" // stands higher than the front
  })
  void whatLiesInADrawerCanBeTakenOutAndPutBack(String kind, String place, long seed) {
    SimulatedRobot robot =
        new SimulatedRobot(
            Scenes.parse(
                "robot: {at: user}\nobjects:\n  - {kind: %s, at: %s}\n".formatted(kind, place),
                seed),
            FLOOR,
            SensorNoise.STANDARD,
            seed);
    for (GroundedSkill step :
        List.of(
            skill("go_to", "place", place),
            skill("open", "place", place),
            skill("find", "object", kind),
            skill("take_out", "object", kind, "place", place),
            skill("put", "object", kind, "place", place),
            skill("close", "place", place))) {
      SkillResult result = robot.execute(step, progress -> {});
      assertThat(result.succeeded()).as("%s: %s", step.text(), result).isTrue();
    }
    assertThat(robot.worldState().object(kind + "-1").orElseThrow().place()).contains(place);
    assertThat(robot.worldState().open()).containsEntry(place, false);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theLowerDrawerOpensAndClosesBelowTheUpperOneThatStandsOpen(long seed) {
    SimulatedRobot robot =
        new SimulatedRobot(
            Scenes.parse(
                """
                robot: {at: user}
                doors: {top drawer: open}
                objects: [{kind: apple, at: bottom drawer}, {kind: coke, at: top drawer}]
                """,
                seed),
            FLOOR,
            SensorNoise.STANDARD,
            seed);
    for (GroundedSkill step :
        List.of(
            skill("go_to", "place", "bottom drawer"),
            skill("open", "place", "bottom drawer"),
            skill("close", "place", "bottom drawer"))) {
      SkillResult result = robot.execute(step, progress -> {});
      assertThat(result.succeeded()).as("%s: %s", step.text(), result).isTrue();
    }
    assertThat(robot.worldState().open()).containsEntry("top drawer", true);
  }
}
