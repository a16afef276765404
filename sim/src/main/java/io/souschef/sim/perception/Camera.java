package io.souschef.sim.perception;

import io.souschef.sim.kitchen.RobotTraits.Lens;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;

/**
 * A pinhole camera.
 *
 * @param pose map frame; x points into the picture, y to its left, z to its top
 * @param horizontalFovRad full angle, radians, below pi
 * @param verticalFovRad full angle, radians, below pi
 * @param nearM least distance along x, metres
 * @param rangeM greatest distance, metres
 */
public record Camera(
    Pose pose, double horizontalFovRad, double verticalFovRad, double nearM, double rangeM) {

  private static final double NEAR_M = 0.1;

  /** A camera of the robot. */
  public static Camera of(Lens lens, Pose pose) {
    return new Camera(pose, lens.acrossRad(), lens.upRad(), NEAR_M, lens.rangeM());
  }

  /** A camera at a point, turned (pan and tilt) so that a target is in the middle. */
  public static Camera lookingAt(Lens lens, Vec3 eye, Vec3 target) {
    Vec3 way = target.minus(eye);
    double pan = Math.atan2(way.y(), way.x());
    double tilt = Math.atan2(-way.z(), Math.hypot(way.x(), way.y()));
    Pose panned = Pose.upright(eye.x(), eye.y(), eye.z(), pan);
    Pose tilted = new Pose(0, 0, 0, 0, Math.sin(tilt / 2), 0, Math.cos(tilt / 2));
    return of(lens, Frames.compose(panned, tilted));
  }

  public Vec3 eye() {
    return Frames.position(pose);
  }

  /** Whether a point lies in the frustum and within range, whatever is before it. */
  public boolean covers(Vec3 point) {
    Vec3 local = Frames.toLocal(pose, point);
    return local.x() >= nearM
        && local.length() <= rangeM
        && Math.abs(local.y()) <= local.x() * Math.tan(horizontalFovRad / 2)
        && Math.abs(local.z()) <= local.x() * Math.tan(verticalFovRad / 2);
  }
}
