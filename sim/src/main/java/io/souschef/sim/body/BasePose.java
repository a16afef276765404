package io.souschef.sim.body;

import io.souschef.skills.world.Pose;

/**
 * Where the base stands.
 *
 * @param x metres, map frame
 * @param y metres, map frame
 * @param yaw heading, radians about z
 */
public record BasePose(double x, double y, double yaw) {

  public static BasePose of(Pose pose) {
    return new BasePose(pose.x(), pose.y(), pose.yaw());
  }

  /** Of base_link, on the floor. */
  public Pose pose() {
    return Pose.upright(x, y, 0, yaw);
  }

  /** Distance over the floor in metres. */
  public double distanceTo(BasePose other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
