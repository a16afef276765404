package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Vec3;

/**
 * A triangle with a normal at each corner, so that round things look round. Counter-clockwise seen
 * from outside.
 */
record Triangle(Vec3 a, Vec3 b, Vec3 c, Vec3 normalA, Vec3 normalB, Vec3 normalC) {

  static Triangle flat(Vec3 a, Vec3 b, Vec3 c) {
    Vec3 normal = b.minus(a).cross(c.minus(a)).unit();
    return new Triangle(a, b, c, normal, normal, normal);
  }
}
