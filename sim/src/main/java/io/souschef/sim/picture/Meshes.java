package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;

/** Cuts solids into triangles. */
final class Meshes {

  private static final int SIDES = 28;
  private static final int RINGS = 14;

  private Meshes() {}

  /** The triangles of a placed shape, map frame. */
  static List<Triangle> of(PlacedShape placed) {
    return of(placed.shape()).stream().map(triangle -> moved(triangle, placed.pose())).toList();
  }

  private static List<Triangle> of(Shape shape) {
    if (shape instanceof Shape.Box box) {
      return box(box.xM() / 2, box.yM() / 2, box.zM() / 2);
    }
    if (shape instanceof Shape.Cylinder cylinder) {
      return cylinder(cylinder.radiusM(), cylinder.zM() / 2);
    }
    return sphere(shape.xM() / 2);
  }

  private static List<Triangle> box(double x, double y, double z) {
    List<Triangle> triangles = new ArrayList<>(12);
    Vec3 up = new Vec3(0, 0, 1);
    for (int i = 0; i < 6; i++) {
      int sign = i % 2 == 0 ? 1 : -1;
      Vec3 normal = new Vec3(i / 2 == 0 ? sign : 0, i / 2 == 1 ? sign : 0, i / 2 == 2 ? sign : 0);
      Vec3 u = i / 2 == 2 ? new Vec3(1, 0, 0) : up;
      Vec3 v = normal.cross(u);
      Vec3 half = new Vec3(x, y, z);
      Vec3 middle = scale(normal, half);
      Vec3 side = scale(u, half);
      Vec3 other = scale(v, half);
      Vec3 a = middle.minus(side).minus(other);
      Vec3 b = middle.plus(side).minus(other);
      Vec3 c = middle.plus(side).plus(other);
      Vec3 d = middle.minus(side).plus(other);
      triangles.add(Triangle.flat(a, b, c));
      triangles.add(Triangle.flat(a, c, d));
    }
    return triangles;
  }

  private static Vec3 scale(Vec3 direction, Vec3 by) {
    return new Vec3(direction.x() * by.x(), direction.y() * by.y(), direction.z() * by.z());
  }

  private static List<Triangle> cylinder(double radius, double z) {
    List<Triangle> triangles = new ArrayList<>(4 * SIDES);
    Vec3 top = new Vec3(0, 0, z);
    Vec3 bottom = new Vec3(0, 0, -z);
    for (int i = 0; i < SIDES; i++) {
      Vec3 n0 = around(2 * Math.PI * i / SIDES);
      Vec3 n1 = around(2 * Math.PI * (i + 1) / SIDES);
      Vec3 b0 = n0.times(radius).plus(bottom);
      Vec3 b1 = n1.times(radius).plus(bottom);
      Vec3 t0 = n0.times(radius).plus(top);
      Vec3 t1 = n1.times(radius).plus(top);
      triangles.add(new Triangle(b0, b1, t1, n0, n1, n1));
      triangles.add(new Triangle(b0, t1, t0, n0, n1, n0));
      triangles.add(Triangle.flat(top, t0, t1));
      triangles.add(Triangle.flat(bottom, b1, b0));
    }
    return triangles;
  }

  private static List<Triangle> sphere(double radius) {
    List<Triangle> triangles = new ArrayList<>(2 * SIDES * RINGS);
    for (int ring = 0; ring < RINGS; ring++) {
      double low = Math.PI * ring / RINGS - Math.PI / 2;
      double high = Math.PI * (ring + 1) / RINGS - Math.PI / 2;
      for (int i = 0; i < SIDES; i++) {
        double from = 2 * Math.PI * i / SIDES;
        double to = 2 * Math.PI * (i + 1) / SIDES;
        Vec3 a = ball(from, low);
        Vec3 b = ball(to, low);
        Vec3 c = ball(to, high);
        Vec3 d = ball(from, high);
        triangles.add(new Triangle(a.times(radius), b.times(radius), c.times(radius), a, b, c));
        triangles.add(new Triangle(a.times(radius), c.times(radius), d.times(radius), a, c, d));
      }
    }
    return triangles;
  }

  private static Vec3 around(double angle) {
    return new Vec3(Math.cos(angle), Math.sin(angle), 0);
  }

  private static Vec3 ball(double angle, double height) {
    return new Vec3(
        Math.cos(angle) * Math.cos(height), Math.sin(angle) * Math.cos(height), Math.sin(height));
  }

  private static Triangle moved(Triangle t, Pose pose) {
    return new Triangle(
        Frames.toParent(pose, t.a()),
        Frames.toParent(pose, t.b()),
        Frames.toParent(pose, t.c()),
        Frames.rotate(pose, t.normalA()),
        Frames.rotate(pose, t.normalB()),
        Frames.rotate(pose, t.normalC()));
  }
}
