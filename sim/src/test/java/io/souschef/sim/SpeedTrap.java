package io.souschef.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.picture.PlacedShape;
import io.souschef.sim.picture.SceneView;
import io.souschef.skills.world.Pose;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Watches every step of a robot's world for things that move faster than a hand or a fall could
 * move them: no skill may succeed by putting a thing where it should be.
 */
final class SpeedTrap {

  /** A fall of a metre ends at 4.4 m/s. */
  private static final double FALL_M_PER_S = 4.6;

  /** The base turns at 1.8 rad/s with 0.9 m of arm and drives at 0.9 m/s. */
  private static final double CARRY_M_PER_S = 2.6;

  private final Map<String, Pose> last = new HashMap<>();
  private final Set<String> exempt;
  private double highestFall;
  private double highestCarry;
  private String fastest = "nothing";

  private SpeedTrap(Set<String> exempt) {
    this.exempt = exempt;
  }

  /**
   * Watches from now on.
   *
   * @param exempt ids of what declared disturbances move
   */
  static SpeedTrap watch(SimulatedRobot robot, String... exempt) {
    SpeedTrap trap = new SpeedTrap(new HashSet<>(Arrays.asList(exempt)));
    robot.onSnapshot(SimulatedRobot.stepS() / 2, trap::look);
    return trap;
  }

  private void look(SceneView view) {
    for (PlacedShape object : view.objects()) {
      Pose now = object.pose();
      Pose before = last.put(object.id(), now);
      if (before == null || exempt.contains(object.id())) {
        continue;
      }
      double carry = now.floorDistanceTo(before) / SimulatedRobot.stepS();
      if (carry > highestCarry) {
        highestCarry = carry;
        fastest = object.id();
      }
      highestFall = Math.max(highestFall, before.distanceTo(now) / SimulatedRobot.stepS());
    }
  }

  /** Fails when something was too fast. */
  void assertNothingWasTooFast() {
    assertThat(highestFall).as("m/s in space").isLessThan(FALL_M_PER_S);
    assertThat(highestCarry).as("m/s over the floor, by the %s", fastest).isLessThan(CARRY_M_PER_S);
  }
}
