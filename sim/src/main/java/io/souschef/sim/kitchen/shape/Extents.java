package io.souschef.sim.kitchen.shape;

import io.souschef.skills.world.Pose;

/** How far a solid reaches along a direction of the map. */
public final class Extents {

  private static final Vec3 X = new Vec3(1, 0, 0);
  private static final Vec3 Y = new Vec3(0, 1, 0);
  public static final Vec3 UP = new Vec3(0, 0, 1);

  private Extents() {}

  /** Full extent along a unit vector, metres. */
  public static double along(Vec3 direction, Shape shape, Pose pose) {
    Vec3 axis = Frames.rotate(pose, UP);
    if (shape instanceof Shape.Sphere) {
      return shape.xM();
    }
    double up = Math.abs(direction.dot(axis));
    if (shape instanceof Shape.Cylinder) {
      return up * shape.zM() + shape.xM() * Math.sqrt(Math.max(0, 1 - up * up));
    }
    return Math.abs(direction.dot(Frames.rotate(pose, X))) * shape.xM()
        + Math.abs(direction.dot(Frames.rotate(pose, Y))) * shape.yM()
        + up * shape.zM();
  }

  /** The solid's own three axes in the map. */
  public static Vec3[] axes(Pose pose) {
    return new Vec3[] {Frames.rotate(pose, X), Frames.rotate(pose, Y), Frames.rotate(pose, UP)};
  }

  /** Height of the highest point over the floor, metres. */
  public static double top(Shape shape, Pose pose) {
    return pose.z() + along(UP, shape, pose) / 2;
  }

  /** Height of the lowest point over the floor, metres. */
  public static double bottom(Shape shape, Pose pose) {
    return pose.z() - along(UP, shape, pose) / 2;
  }
}
