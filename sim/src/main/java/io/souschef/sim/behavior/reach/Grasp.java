package io.souschef.sim.behavior.reach;

import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.RobotModel;

/**
 * A way to grip a thing.
 *
 * @param approach from where
 * @param hand where the open hand ends up
 * @param widthM of the thing between the fingers, metres
 * @param gripM height of the grip over what the thing stands on, metres
 */
public record Grasp(Approach approach, HandPose hand, double widthM, double gripM) {

  public static final int RANKS = 4;

  /**
   * At how few places of a kitchen a thing so held can be put down, below {@link #RANKS}; 0: under
   * its shelves and behind the fronts of its drawers.
   */
  public int rank(GripHeights heights) {
    double arm = gripM + RobotModel.HAND_M * Math.sin(-approach.pitch);
    boolean underShelf = arm + RobotModel.HALF_TUBE_M <= heights.underShelfM();
    boolean overFront = arm - RobotModel.HALF_TUBE_M >= heights.overFrontM();
    return approach == Approach.SIDE ? 3 : !underShelf ? 2 : !overFront ? 1 : 0;
  }

  /** From where the hand comes. */
  public enum Approach {
    /** Straight down. */
    TOP(-Math.PI / 2),
    /** Nearly so, the wrist nearer to the base: at the back of a drawer, before a wall. */
    STEEP(Math.toRadians(-75)),
    /** Slanting down. */
    TILTED(-Math.PI / 4),
    /** Nearly level: into what has little room above. */
    SLANTED(Math.toRadians(-20)),
    /** Level. */
    SIDE(0);

    final double pitch;

    Approach(double pitch) {
      this.pitch = pitch;
    }

    public static Approach of(double pitch) {
      return pitch < -1.45
          ? TOP
          : pitch < -1.1 ? STEEP : pitch < -0.4 ? TILTED : pitch < -0.15 ? SLANTED : SIDE;
    }
  }
}
