package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Vec3;

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
        new Vec3(0.55 * l, -0.92 * w, 1.1 * w),
        new Vec3(0.5 * l, 0.48 * w, 0.3),
        Math.toRadians(53));
  }

  /** Close by the robot, from its left, a little behind. */
  public static Viewpoint following(Vec3 base, double yaw) {
    Vec3 ahead = new Vec3(Math.cos(yaw), Math.sin(yaw), 0);
    Vec3 left = new Vec3(-Math.sin(yaw), Math.cos(yaw), 0);
    return new Viewpoint(
        base.plus(ahead.times(-0.9)).plus(left.times(1.7)).plus(new Vec3(0, 0, 1.9)),
        base.plus(ahead.times(0.45)).plus(new Vec3(0, 0, 0.75)),
        Math.toRadians(58));
  }
}
