package io.souschef.sim.behavior;

import io.souschef.sim.body.HandPose;

/**
 * A way to grip a thing.
 *
 * @param approach from where
 * @param hand where the open hand ends up
 * @param widthM of the thing between the fingers, metres
 */
record Grasp(Approach approach, HandPose hand, double widthM) {

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
