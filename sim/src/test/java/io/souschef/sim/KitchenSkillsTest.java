package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.souschef.sim.state.WorldObject;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every skill beyond fetching, once with success and once for each of its own failures; in none of
 * them does a thing move faster than physics allows, but for declared disturbances.
 */
@SuppressWarnings("StringConcatToTextBlock")
class KitchenSkillsTest extends KitchenSkillsCase {

  @Test
  void aDrawerOpensGivesOutTakesInAndCloses() {
    SimulatedRobot robot =
        robot("robot: {at: table}\nobjects:\n  - {kind: candy, at: bottom drawer}\n");
    GroundedSkill open = skill("open", "place", "bottom drawer");
    GroundedSkill takeOut = skill("take_out", "object", "candy", "place", "bottom drawer");
    assertFailed(run(robot, open), FailureReason.UNREACHABLE);
    run(robot, skill("go_to", "place", "bottom drawer"));
    assertFailed(run(robot, takeOut), FailureReason.CLOSED);
    Pose before = object(robot, "candy-1").pose();

    assertSucceeded(run(robot, open));
    assertThat(robot.worldState().open()).containsEntry("bottom drawer", true);
    assertThat(robot.worldState().open()).containsEntry("top drawer", false);
    assertThat(object(robot, "candy-1").place()).contains("bottom drawer");
    assertThat(object(robot, "candy-1").pose().floorDistanceTo(before)).isGreaterThan(0.25);

    assertSucceeded(run(robot, takeOut));
    assertThat(robot.worldState().held()).contains("candy-1");
    assertFailed(run(robot, skill("close", "place", "bottom drawer")), FailureReason.HAND_FULL);
    assertSucceeded(run(robot, skill("put", "object", "candy", "place", "bottom drawer")));
    assertThat(object(robot, "candy-1").place()).contains("bottom drawer");

    assertSucceeded(run(robot, skill("close", "place", "bottom drawer")));
    assertThat(robot.worldState().open()).containsEntry("bottom drawer", false);
    assertThat(object(robot, "candy-1").place()).contains("bottom drawer");
  }

  @Test
  void theFridgeOpensGivesOutAndCloses() {
    SimulatedRobot robot = robot("robot: {at: fridge}\nobjects:\n  - {kind: coke, at: fridge}\n");
    assertSucceeded(run(robot, skill("open", "place", "fridge")));
    assertSucceeded(run(robot, skill("take_out", "object", "coke", "place", "fridge")));
    assertSucceeded(
        run(robot, skill("go_to", "place", "table"), skill("put_down", "object", "coke")));
    assertThat(object(robot, "coke-1").place()).contains("table");
    assertSucceeded(
        run(robot, skill("go_to", "place", "fridge"), skill("close", "place", "fridge")));
    assertThat(robot.worldState().open()).containsEntry("fridge", false);
  }

  @Test
  void aSpillIsWipedWithASpongeOnly() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: spill, at: table}
              - {kind: sponge, at: table}
              - {kind: apple, at: table}
            """);
    GroundedSkill wipe = skill("wipe", "place", "table");
    run(robot, skill("go_to", "place", "table"));
    assertFailed(run(robot, wipe), FailureReason.HAND_EMPTY);
    run(robot, skill("pick_up", "object", "apple"));
    assertFailed(run(robot, wipe), FailureReason.HAND_EMPTY);
    run(
        robot,
        skill("go_to", "place", "compost bin"),
        skill("put", "object", "apple", "place", "compost bin"),
        skill("go_to", "place", "table"));
    assertSucceeded(run(robot, skill("pick_up", "object", "sponge")));
    assertFailed(run(robot, skill("wipe", "place", "far counter")), FailureReason.UNREACHABLE);

    assertSucceeded(run(robot, wipe));

    assertThat(robot.worldState().wiped()).contains("table");
    assertThat(robot.worldState().object("spill-1")).isEmpty();
    assertThat(robot.worldState().held()).contains("sponge-1");
  }

  @Test
  void aThingIsKnockedOverAndStoodUpAgain() {
    SimulatedRobot robot =
        robot("robot: {at: table}\nobjects:\n  - {kind: dish soap, at: table}\n");
    run(robot, skill("find", "object", "dish soap"));
    assertSucceeded(run(robot, skill("knock_over", "object", "dish soap")));
    assertThat(object(robot, "dish soap-1").isUpright()).isFalse();
    assertThat(object(robot, "dish soap-1").place()).contains("table");

    assertSucceeded(run(robot, skill("place_upright", "object", "dish soap")));
    assertThat(object(robot, "dish soap-1").isUpright()).isTrue();
    assertThat(object(robot, "dish soap-1").place()).contains("table");
    assertFailed(run(robot, skill("knock_over", "object", "coke")), FailureReason.NOT_FOUND);
  }

  @Test
  void oneThingIsMovedNearAnother() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: apple, at: far counter}
              - {kind: coke, at: table}
            """);
    GroundedSkill move = skill("move_near", "object", "apple", "other", "coke");
    assertFailed(run(robot, move), FailureReason.NOT_FOUND);
    run(robot, skill("find", "object", "coke"), skill("find", "object", "apple"));
    assertSucceeded(run(robot, move));
    assertThat(object(robot, "apple-1").pose().distanceTo(object(robot, "coke-1").pose()))
        .isLessThan(0.35);
  }

  @Test
  void twoOfOneKindAreToldApart() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: coke, at: table}
              - {kind: coke, at: far counter}
            """);
    GroundedSkill[] fetch = {
      skill("find", "object", "coke"),
      skill("pick_up", "object", "coke"),
      skill("bring"),
      skill("put_down", "object", "coke")
    };
    run(robot, skill("find", "object", "coke"), skill("go_to", "place", "far counter"));
    assertThat(robot.observe().objectsOf("coke"))
        .extracting(ObservedObject::id, ObservedObject::place)
        .containsExactlyInAnyOrder(
            tuple("coke-1", Optional.of("table")), tuple("coke-2", Optional.of("far counter")));

    assertSucceeded(run(robot, skill("pick_up", "object", "coke")));
    assertThat(robot.observe().held().map(ObservedObject::id)).contains("coke-2");
    assertThat(robot.observe().objectsOf("coke"))
        .extracting(ObservedObject::id)
        .containsExactly("coke-1");
    assertSucceeded(run(robot, skill("bring"), skill("put_down", "object", "coke")));
    assertThat(robot.worldState().objects())
        .extracting(WorldObject::place)
        .contains(Optional.of("user"))
        .containsAnyOf(Optional.of("table"), Optional.of("far counter"));

    // The first stands at the user's already, so the other one is meant.
    assertSucceeded(run(robot, fetch));
    assertThat(robot.worldState().objects())
        .extracting(WorldObject::place)
        .containsOnly(Optional.of("user"));
    assertThat(robot.observe().objectsOf("coke"))
        .extracting(ObservedObject::id, ObservedObject::place)
        .containsExactlyInAnyOrder(
            tuple("coke-1", Optional.of("user")), tuple("coke-2", Optional.of("user")));
  }
}
