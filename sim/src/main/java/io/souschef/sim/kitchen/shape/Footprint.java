package io.souschef.sim.kitchen.shape;

import io.souschef.skills.world.Pose;
import java.util.List;

/**
 * The upright prism around a shape that stands upright: a disc or a turned rectangle, and a range
 * of heights. Used to keep things from being placed into one another.
 *
 * @param x centre, metres
 * @param y centre, metres
 * @param yaw turn of the rectangle, radians
 * @param halfX half extent along its x; the radius of a disc
 * @param halfY half extent along its y; 0 marks a disc
 * @param bottomZ lower end, metres
 * @param topZ upper end, metres
 */
public record Footprint(
    double x, double y, double yaw, double halfX, double halfY, double bottomZ, double topZ) {

  private static final double UPRIGHT_RAD = 0.02;

  /** The footprint of a shape; of one that is not upright, that of the box around it. */
  public static Footprint of(Shape shape, Pose pose) {
    if (shape instanceof Shape.Box && pose.tilt() > UPRIGHT_RAD) {
      return around(shape, pose);
    }
    boolean rectangle = shape instanceof Shape.Box;
    return new Footprint(
        pose.x(),
        pose.y(),
        rectangle ? pose.yaw() : 0,
        shape.xM() / 2,
        rectangle ? shape.yM() / 2 : 0,
        pose.z() - shape.zM() / 2,
        pose.z() + shape.zM() / 2);
  }

  private static Footprint around(Shape shape, Pose pose) {
    Vec3 x = Frames.rotate(pose, new Vec3(shape.xM(), 0, 0));
    Vec3 y = Frames.rotate(pose, new Vec3(0, shape.yM(), 0));
    Vec3 z = Frames.rotate(pose, new Vec3(0, 0, shape.zM()));
    double halfX = (Math.abs(x.x()) + Math.abs(y.x()) + Math.abs(z.x())) / 2;
    double halfY = (Math.abs(x.y()) + Math.abs(y.y()) + Math.abs(z.y())) / 2;
    double halfZ = (Math.abs(x.z()) + Math.abs(y.z()) + Math.abs(z.z())) / 2;
    return new Footprint(pose.x(), pose.y(), 0, halfX, halfY, pose.z() - halfZ, pose.z() + halfZ);
  }

  /** Whether the two prisms come nearer to each other than {@code gapM}; touching is no overlap. */
  public boolean overlaps(Footprint other, double gapM) {
    double tolerance = 1e-6;
    if (bottomZ >= other.topZ - tolerance || other.bottomZ >= topZ - tolerance) {
      return false;
    }
    return distance(other) < gapM - tolerance;
  }

  /** Distance of the outlines over the floor, negative when they overlap; exact but for corners. */
  private double distance(Footprint other) {
    if (isDisc() && other.isDisc()) {
      return Math.hypot(x - other.x, y - other.y) - halfX - other.halfX;
    }
    if (isDisc()) {
      return other.distanceToDisc(this);
    }
    if (other.isDisc()) {
      return distanceToDisc(other);
    }
    double widest = Double.NEGATIVE_INFINITY;
    for (double axis : List.of(yaw, yaw + Math.PI / 2, other.yaw, other.yaw + Math.PI / 2)) {
      double cos = Math.cos(axis);
      double sin = Math.sin(axis);
      double apart = Math.abs((other.x - x) * cos + (other.y - y) * sin);
      widest = Math.max(widest, apart - reach(axis) - other.reach(axis));
    }
    return widest;
  }

  private double distanceToDisc(Footprint disc) {
    double dx = disc.x - x;
    double dy = disc.y - y;
    double along = Math.abs(Math.cos(yaw) * dx + Math.sin(yaw) * dy) - halfX;
    double across = Math.abs(Math.cos(yaw) * dy - Math.sin(yaw) * dx) - halfY;
    double outside = Math.hypot(Math.max(along, 0), Math.max(across, 0));
    return outside + Math.min(Math.max(along, across), 0) - disc.halfX;
  }

  private double reach(double axis) {
    return Math.abs(Math.cos(axis - yaw)) * halfX + Math.abs(Math.sin(axis - yaw)) * halfY;
  }

  private boolean isDisc() {
    return halfY == 0;
  }
}
