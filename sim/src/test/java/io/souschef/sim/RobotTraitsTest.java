package io.souschef.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import org.junit.jupiter.api.Test;

/** What a scene says of its robot holds in the physics. */
class RobotTraitsTest {

  private static final String COKE = "robot: {at: table%s}\nobjects: [{kind: coke, at: table}]";

  private static Scene scene(String traits) {
    return new SceneReader(KitchenFile.standard()).parse("test", COKE.formatted(traits), 1);
  }

  private static SkillResult doing(Robot robot, String skill) {
    GroundedSkill wanted =
        SkillLibrary.standard().ground(robot.vocabulary(), robot.observe()).stream()
            .filter(one -> one.text().equals(skill))
            .findFirst()
            .orElseThrow();
    return robot.execute(wanted, progress -> {});
  }

  @Test
  void aWeakArmDoesNotLiftWhatTheUsualOneLifts() {
    for (String traits : new String[] {"", ", lifts_kg: 0.1"}) {
      try (SimulatedRobot robot = new SimulatedRobot(scene(traits), 3)) {
        doing(robot, "find a coke");
        SkillResult result = doing(robot, "pick up the coke");
        if (traits.isEmpty()) {
          assertThat(result.succeeded()).isTrue();
        } else {
          assertThat(result)
              .isInstanceOfSatisfying(
                  SkillResult.Failed.class,
                  failed -> {
                    assertThat(failed.reason()).isEqualTo(FailureReason.TOO_HEAVY);
                    assertThat(failed.message()).contains("0.1 kg");
                  });
        }
      }
    }
  }

  @Test
  void aShortSightedRobotDoesNotFindWhatTheUsualOneSees() {
    try (SimulatedRobot usual = new SimulatedRobot(scene(""), 3);
        SimulatedRobot blind =
            new SimulatedRobot(scene(", camera: {range_m: 0.3}, noise: {miss_share: 0}"), 3)) {
      doing(usual, "go to the table");
      doing(blind, "go to the table");
      assertThat(usual.observe().objectsOf("coke")).isNotEmpty();
      assertThat(blind.observe().objectsOf("coke")).isEmpty();
    }
  }
}
