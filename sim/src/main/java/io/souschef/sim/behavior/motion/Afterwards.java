package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.plan.ArmPlanner;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Door;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kitchen as it will be when a door or drawer has been moved, to ask what the arm meets then.
 */
final class Afterwards {

  private final ArmPlanner planner;
  private final Predicate<Body> goesAlong;

  /**
   * @param to where the door or drawer will be, radians or metres
   */
  Afterwards(Run run, Door door, double to) {
    KitchenWorld moved = run.kitchenWorld().copy();
    moved.place(door, to);
    planner = new ArmPlanner(moved.bullet());
    boolean slides = door.part().joint().type() == Joint.Type.SLIDER;
    // Things were left behind in this copy; in a drawer they go along.
    goesAlong = body -> slides && body.role() == Body.Role.LOOSE;
  }

  /** Whether the hand gets from beside the handle back over the base. */
  boolean isFree(BasePose base, ArmPosture away, double openM) {
    ArmPosture out = away.withExtension(0);
    return planner
        .obstacleOnWay(base, away, out, openM, Optional.empty(), goesAlong)
        .or(
            () ->
                planner.obstacleOnWay(
                    base, out, ReachPlanner.stowed(out), openM, Optional.empty(), goesAlong))
        .isEmpty();
  }
}
