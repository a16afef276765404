package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.state.WorldObject;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Skills whose world does not stay as it was. */
class DisturbedSkillsTest extends KitchenSkillsCase {

  @Test
  void disturbancesStrikeOnceAtTheirTime() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: coke, at: table}
              - {kind: apple, at: table}
              - {kind: mug, at: table}
            disturbances:
              - {skill: find, move: {object: coke-1, to: far counter}}
              - {skill: pick_up, fail_grasps: 1}
              - {at_s: 0.5, remove: mug-1}
              - {at_s: 0.5, add: {object: sponge, to: close counter}}
            """,
            "coke-1");
    assertSucceeded(run(robot, skill("find", "object", "coke")));
    assertThat(object(robot, "coke-1").place()).contains("far counter");
    assertThat(robot.worldState().object("mug-1")).isEmpty();
    assertThat(robot.worldState().object("sponge-1").flatMap(WorldObject::place))
        .isEqualTo(Optional.of("close counter"));
    assertFailed(run(robot, skill("pick_up", "object", "coke")), FailureReason.SLIPPED);
    assertSucceeded(run(robot, skill("pick_up", "object", "coke")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove: coke-1", "move: {object: coke-1, to: far counter}"})
  void whatIsTakenOutOfTheHandOnTheWayIsNotBrought(String effect) {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table, holding: coke}
            objects: []
            disturbances:
              - {at_s: 2, EFFECT}
            """
                .replace("EFFECT", effect),
            "coke-1");
    assertFailed(run(robot, skill("bring")), FailureReason.SLIPPED);
    assertThat(robot.observe().held()).isEmpty();
  }

  @Test
  void aBlockedDoorwayIsSaid() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: user}
            objects: []
            disturbances:
              - {skill: go_to, block_path: [5.0, 0.95]}
              - {skill: go_to, block_path: [5.3, 1.0]}
              - {skill: go_to, block_path: [5.6, 0.95]}
            """);
    assertFailed(run(robot, skill("go_to", "place", "trash can")), FailureReason.BLOCKED_PATH);
  }

  @Test
  void aThingIsKnockedOverAndADrawerShutBehindTheRobot() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: coke, at: table}
              - {kind: spoon, at: top drawer}
            doors: {top drawer: open, fridge: open}
            disturbances:
              - {at_s: 1, knock_over: coke-1}
              - {at_s: 2, shut: top drawer}
              - {skill: go_to, occurrence: 2, shut: fridge}
            """,
            "spoon-1");
    assertSucceeded(run(robot, skill("go_to", "place", "far counter")));
    assertThat(object(robot, "coke-1").isUpright()).isFalse();
    assertThat(robot.worldState().open())
        .containsEntry("top drawer", false)
        .containsEntry("fridge", true);
    assertThat(object(robot, "spoon-1").place()).contains("top drawer");
    run(robot, skill("go_to", "place", "top drawer"));
    assertThat(robot.worldState().open()).containsEntry("fridge", false);
    assertFailed(
        run(robot, skill("take_out", "object", "spoon", "place", "top drawer")),
        FailureReason.CLOSED);
  }

  @Test
  void aThingThatIsNoLongerThereIsNotGrasped() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: coke, at: table}
            disturbances:
              - {skill: pick_up, remove: coke-1}
            """);
    assertSucceeded(run(robot, skill("find", "object", "coke")));
    assertThat(robot.observe().objectsOf("coke")).hasSize(1);
    assertFailed(run(robot, skill("pick_up", "object", "coke")), FailureReason.NOT_FOUND);
  }

  @Test
  void aThingThatIsTakenOutOfTheHandIsMissed() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: coke, at: table}
            disturbances:
              - {at_s: 14, remove: coke-1}
            """);
    assertFailed(
        run(
            robot,
            skill("find", "object", "coke"),
            skill("pick_up", "object", "coke"),
            skill("put_down", "object", "coke")),
        FailureReason.NOT_FOUND);
    assertThat(robot.observe().held()).isEmpty();
    assertSucceeded(run(robot, skill("go_to", "place", "far counter")));
  }
}
