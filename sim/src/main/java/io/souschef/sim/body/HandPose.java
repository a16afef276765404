package io.souschef.sim.body;

import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;

/**
 * Where the hand grips, map frame. The fingers close along the hand's own y axis, which is always
 * level.
 *
 * @param x of the point between the finger pads, metres
 * @param y metres
 * @param z metres
 * @param yaw direction in which the hand points, seen from above, radians
 * @param pitch of that direction: 0 level, -pi/2 straight down
 */
public record HandPose(double x, double y, double z, double yaw, double pitch) {

  /** Unit vector from the wrist to the finger tips. */
  public Vec3 direction() {
    return new Vec3(
        Math.cos(pitch) * Math.cos(yaw), Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch));
  }

  /** The same hand, moved back by {@code metres} along its direction. */
  public HandPose backedOff(double metres) {
    Vec3 d = direction();
    return new HandPose(x - metres * d.x(), y - metres * d.y(), z - metres * d.z(), yaw, pitch);
  }

  public HandPose raised(double metres) {
    return new HandPose(x, y, z + metres, yaw, pitch);
  }

  /** The same hand, moved level towards a base by {@code metres}. */
  public HandPose towards(BasePose base, double metres) {
    double angle = Math.atan2(base.y() - y, base.x() - x);
    return new HandPose(x + metres * Math.cos(angle), y + metres * Math.sin(angle), z, yaw, pitch);
  }

  /** As a frame: x along the direction, y along the fingers' closing. */
  public Pose pose() {
    // Rotation by yaw about z, then by -pitch about y.
    double cy = Math.cos(yaw / 2);
    double sy = Math.sin(yaw / 2);
    double cp = Math.cos(-pitch / 2);
    double sp = Math.sin(-pitch / 2);
    return new Pose(x, y, z, -sy * sp, cy * sp, sy * cp, cy * cp);
  }
}
