package io.souschef.ros.perception;

import io.souschef.skills.world.Pose;

/** Poses as rigid transforms. */
final class Poses {

  private Poses() {}

  /** The pose, in a's parent frame, of what stands at {@code b} in frame a. */
  static Pose compose(Pose a, Pose b) {
    double[] turned = rotate(a, b.x(), b.y(), b.z());
    double w = a.qw() * b.qw() - a.qx() * b.qx() - a.qy() * b.qy() - a.qz() * b.qz();
    double x = a.qw() * b.qx() + a.qx() * b.qw() + a.qy() * b.qz() - a.qz() * b.qy();
    double y = a.qw() * b.qy() - a.qx() * b.qz() + a.qy() * b.qw() + a.qz() * b.qx();
    double z = a.qw() * b.qz() + a.qx() * b.qy() - a.qy() * b.qx() + a.qz() * b.qw();
    double norm = Math.sqrt(w * w + x * x + y * y + z * z);
    return new Pose(
        a.x() + turned[0],
        a.y() + turned[1],
        a.z() + turned[2],
        x / norm,
        y / norm,
        z / norm,
        w / norm);
  }

  /** v + 2 q x (q x v + w v), for the unit quaternion (q, w). */
  private static double[] rotate(Pose p, double x, double y, double z) {
    double cx = p.qy() * z - p.qz() * y + p.qw() * x;
    double cy = p.qz() * x - p.qx() * z + p.qw() * y;
    double cz = p.qx() * y - p.qy() * x + p.qw() * z;
    return new double[] {
      x + 2 * (p.qy() * cz - p.qz() * cy),
      y + 2 * (p.qz() * cx - p.qx() * cz),
      z + 2 * (p.qx() * cy - p.qy() * cx)
    };
  }
}
