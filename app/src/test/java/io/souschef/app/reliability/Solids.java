package io.souschef.app.reliability;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.PlacedShape;
import java.util.ArrayList;
import java.util.List;

/** Whether solids are in each other, by points alone and without the physics' own arithmetic. */
final class Solids {

  /** How deep a point must be in a solid to be inside of it, metres. */
  private static final double DEEP_M = 0.005;

  private Solids() {}

  static PlacedShape placed(Part part) {
    return new PlacedShape(part.id(), part.shape(), part.pose(), part.color());
  }

  /** Whether the middle of one is inside the other, or a point near the end of one of its axes. */
  static boolean isInside(PlacedShape one, PlacedShape other) {
    return points(one).stream().anyMatch(point -> contains(other, point));
  }

  /** Whether a point is in a solid. */
  static boolean contains(PlacedShape solid, Vec3 point) {
    Vec3 local = Frames.toLocal(solid.pose(), point);
    Shape shape = solid.shape();
    boolean level = Math.abs(local.z()) < shape.zM() / 2 - DEEP_M;
    if (shape instanceof Shape.Box) {
      return level
          && Math.abs(local.x()) < shape.xM() / 2 - DEEP_M
          && Math.abs(local.y()) < shape.yM() / 2 - DEEP_M;
    }
    double across = Math.hypot(local.x(), local.y());
    return shape instanceof Shape.Cylinder
        ? level && across < shape.xM() / 2 - DEEP_M
        : Math.hypot(across, local.z()) < shape.xM() / 2 - DEEP_M;
  }

  private static List<Vec3> points(PlacedShape solid) {
    List<Vec3> points = new ArrayList<>();
    points.add(Frames.position(solid.pose()));
    Shape shape = solid.shape();
    double x = shape.xM() / 2 - DEEP_M;
    double y = shape.yM() / 2 - DEEP_M;
    double z = shape.zM() / 2 - DEEP_M;
    for (Vec3 axis : List.of(new Vec3(x, 0, 0), new Vec3(0, y, 0), new Vec3(0, 0, z))) {
      points.add(Frames.toParent(solid.pose(), axis));
      points.add(Frames.toParent(solid.pose(), axis.times(-1)));
    }
    return points;
  }

  /** Of the ball around a solid, metres. */
  static double radius(Shape shape) {
    return Math.hypot(Math.hypot(shape.xM(), shape.yM()), shape.zM()) / 2;
  }
}
