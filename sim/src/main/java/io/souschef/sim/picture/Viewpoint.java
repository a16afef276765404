package io.souschef.sim.picture;

import io.souschef.sim.kitchen.Vec3;

/**
 * Where a perspective picture is taken from.
 *
 * @param eye map frame, metres
 * @param target the point in the middle of the picture
 * @param fovRad horizontal field of view, radians
 */
public record Viewpoint(Vec3 eye, Vec3 target, double fovRad) {

  /** The whole room, as through its missing southern wall. */
  public static Viewpoint overview(SceneView view) {
    double l = view.lengthM();
    double w = view.widthM();
    return new Viewpoint(
        new Vec3(0.62 * l, -0.62 * w, 0.92 * w),
        new Vec3(0.49 * l, 0.5 * w, 0.45),
        Math.toRadians(55));
  }

  /** Close by the robot, from behind its left shoulder. */
  public static Viewpoint following(Vec3 base, double yaw) {
    Vec3 ahead = new Vec3(Math.cos(yaw), Math.sin(yaw), 0);
    Vec3 left = new Vec3(-Math.sin(yaw), Math.cos(yaw), 0);
    return new Viewpoint(
        base.plus(ahead.times(-1.1)).plus(left.times(1.0)).plus(new Vec3(0, 0, 1.9)),
        base.plus(ahead.times(0.6)).plus(new Vec3(0, 0, 0.8)),
        Math.toRadians(62));
  }
}
