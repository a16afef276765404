package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;

/**
 * A rectangle of the floor where the robot's base stands to work at a place.
 *
 * @param centre map frame, z 0; its x axis points at the place, so its yaw is the way to face
 * @param depthM extent along x, metres
 * @param widthM extent along y, metres
 */
public record StandArea(Pose centre, double depthM, double widthM) {

  /** A base that was sent to its edge stands this much beside it at most. */
  private static final double ROUNDING_M = 0.015;

  public boolean contains(double x, double y) {
    Vec3 local = Frames.toLocal(centre, new Vec3(x, y, 0));
    return Math.abs(local.x()) <= depthM / 2 + ROUNDING_M
        && Math.abs(local.y()) <= widthM / 2 + ROUNDING_M;
  }

  /** A base pose in the area, facing the place, offsets in metres from the centre. */
  public Pose pose(double forward, double left) {
    return Frames.compose(centre, Pose.upright(forward, left, 0, 0));
  }
}
