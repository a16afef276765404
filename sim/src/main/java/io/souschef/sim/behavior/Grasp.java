package io.souschef.sim.behavior;

import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.RobotModel;

/**
 * A way to grip a thing.
 *
 * @param approach from where
 * @param hand where the open hand ends up
 * @param widthM of the thing between the fingers, metres
 * @param rank at how few places a thing so held can be put down, below {@link #RANKS}; 0: under
 *     shelves and behind the front of a drawer
 */
record Grasp(Approach approach, HandPose hand, double widthM, int rank) {

  static final int RANKS = 4;

  /** Height of the arm's upper side with which a thing gets under a shelf, metres. */
  private static final double UNDER_SHELF_M = 0.39;

  /** Height of the arm's lower side with which a thing gets over a drawer's front, metres. */
  private static final double OVER_FRONT_M = 0.275;

  /**
   * A grasp with its rank.
   *
   * @param gripM height of the grip over what the thing stands on, metres
   */
  static Grasp of(Approach approach, HandPose hand, double widthM, double gripM) {
    double arm = gripM + RobotModel.HAND_M * Math.sin(-approach.pitch);
    boolean underShelf = arm + RobotModel.HALF_TUBE_M <= UNDER_SHELF_M;
    boolean overFront = arm - RobotModel.HALF_TUBE_M >= OVER_FRONT_M;
    int rank = approach == Approach.SIDE ? 3 : !underShelf ? 2 : !overFront ? 1 : 0;
    return new Grasp(approach, hand, widthM, rank);
  }

  /** From where the hand comes. */
  enum Approach {
    /** Straight down. */
    TOP(-Math.PI / 2),
    /** Nearly so, the wrist nearer to the base: at the back of a drawer, before a wall. */
    STEEP(Math.toRadians(-75)),
    /** Slanting down. */
    TILTED(-Math.PI / 4),
    /** Level. */
    SIDE(0);

    final double pitch;

    Approach(double pitch) {
      this.pitch = pitch;
    }

    static Approach of(double pitch) {
      return pitch < -1.45 ? TOP : pitch < -1.1 ? STEEP : pitch < -0.4 ? TILTED : SIDE;
    }
  }
}
