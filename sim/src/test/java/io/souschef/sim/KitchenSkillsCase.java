package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Skills that are carried out in the physics, while nothing may move faster than it allows. */
abstract class KitchenSkillsCase {

  static final FloorPlan FLOOR = FloorPlan.of(Scenes.KITCHEN);
  final List<SpeedTrap> traps = new ArrayList<>();

  /** A robot whose world is watched. */
  SimulatedRobot robot(String yaml, String... moved) {
    SimulatedRobot robot = new SimulatedRobot(Scenes.parse(yaml, 1), FLOOR, SensorNoise.NONE, 1);
    traps.add(SpeedTrap.watch(robot, moved));
    return robot;
  }

  @AfterEach
  void nothingWasEverFasterThanPhysicsAllows() {
    assertThat(traps).isNotEmpty().allSatisfy(SpeedTrap::assertNothingWasTooFast);
  }

  static SkillResult run(SimulatedRobot robot, GroundedSkill... skills) {
    SkillResult last = new SkillResult.Succeeded(0, "nothing to do");
    for (GroundedSkill skill : skills) {
      last = robot.execute(skill, progress -> {});
    }
    return last;
  }

  static void assertSucceeded(SkillResult result) {
    assertThat(result.succeeded()).as("%s", result).isTrue();
  }

  static void assertFailed(SkillResult result, FailureReason reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SkillResult.Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
  }

  static WorldObject object(SimulatedRobot robot, String id) {
    return robot.worldState().object(id).orElseThrow();
  }
}
