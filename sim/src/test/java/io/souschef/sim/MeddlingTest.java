package io.souschef.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Pose;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeddlingTest {

  private static final Scene SCENE =
      new SceneReader(KitchenFile.standard())
          .parse(
              "test",
              """
              objects:
                - {kind: sponge, at: top drawer}
                - {kind: coke, at: table}
                - {kind: apple, at: table}
              """,
              1);

  private final SimulatedRobot robot = new SimulatedRobot(SCENE, 1);

  @Test
  void a_thing_put_where_another_stands_comes_to_rest_beside_or_on_it() {
    Pose coke = robot.worldState().object("coke-1").orElseThrow().pose();

    robot.meddling().put("apple-1", new Vec3(coke.x(), coke.y(), coke.z()));
    robot.rest(4);

    Pose apple = robot.worldState().object("apple-1").orElseThrow().pose();
    assertThat(apple.distanceTo(coke)).isGreaterThan(0.05);
    assertThat(apple.z()).isGreaterThan(0.02);
  }

  @Test
  void what_lies_in_a_drawer_moves_along_when_it_is_opened_and_shut() {
    robot.meddling().swing("top drawer", true);
    robot.rest(4);
    Pose opened = robot.worldState().object("sponge-1").orElseThrow().pose();
    assertThat(robot.worldState().open().get("top drawer")).isTrue();

    robot.meddling().swing("top drawer", false);
    robot.rest(4);

    Pose shut = robot.worldState().object("sponge-1").orElseThrow().pose();
    assertThat(shut.floorDistanceTo(opened)).isGreaterThan(0.2);
    assertThat(robot.worldState().object("sponge-1").orElseThrow().place()).hasValue("top drawer");
  }

  @Test
  void names_that_are_not_there_and_points_outside_are_refused() {
    assertThatThrownBy(() -> robot.meddling().put("pear-9", new Vec3(1, 1, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pear-9");
    for (Vec3 point :
        new Vec3[] {new Vec3(-1, 1, 1), new Vec3(1, 99, 1), new Vec3(Double.NaN, 1, 1)}) {
      assertThatThrownBy(() -> robot.meddling().put("apple-1", point))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> robot.meddling().swing("table", true))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> robot.meddling().takeFromHand("table"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("The robot's hand is empty");
  }

  @Test
  void every_step_of_the_world_is_told() {
    AtomicInteger steps = new AtomicInteger();
    robot.onStep(steps::incrementAndGet);
    robot.meddling().add("orange", "table");
    double before = robot.timeS();

    robot.rest(4);

    assertThat(steps.get() * BulletWorld.STEP_S)
        .isCloseTo(robot.timeS() - before, org.assertj.core.api.Assertions.within(1e-6));
    assertThat(steps.get()).isPositive();
  }
}
