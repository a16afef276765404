package io.souschef.skills.world;

/**
 * A position and orientation in the map frame (REP-105), axes by REP-103: x forward, y left, z up.
 *
 * @param x metres
 * @param y metres
 * @param z metres
 * @param qx orientation as a unit quaternion, x part
 * @param qy y part
 * @param qz z part
 * @param qw scalar part
 */
public record Pose(double x, double y, double z, double qx, double qy, double qz, double qw) {

  public Pose {
    if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z))) {
      throw new IllegalArgumentException(
          "A pose needs finite coordinates in metres, got (%s, %s, %s)".formatted(x, y, z));
    }
    double norm = Math.sqrt(qx * qx + qy * qy + qz * qz + qw * qw);
    if (!(Math.abs(norm - 1) < 1e-3)) {
      throw new IllegalArgumentException(
          "A pose needs a unit quaternion, got (%s, %s, %s, %s)".formatted(qx, qy, qz, qw));
    }
  }

  /** An upright pose turned by {@code yaw} radians about z. */
  public static Pose upright(double x, double y, double z, double yaw) {
    return new Pose(x, y, z, 0, 0, Math.sin(yaw / 2), Math.cos(yaw / 2));
  }

  /** Rotation about z in radians, in (-pi, pi]. */
  public double yaw() {
    return Math.atan2(2 * (qw * qz + qx * qy), 1 - 2 * (qy * qy + qz * qz));
  }

  /** Angle in radians between this pose's z axis and the vertical, in [0, pi]. */
  public double tilt() {
    return Math.acos(Math.max(-1, Math.min(1, 1 - 2 * (qx * qx + qy * qy))));
  }

  /** Straight distance in metres. */
  public double distanceTo(Pose other) {
    return Math.sqrt(
        Math.pow(x - other.x, 2) + Math.pow(y - other.y, 2) + Math.pow(z - other.z, 2));
  }

  /** Distance over the floor in metres. */
  public double floorDistanceTo(Pose other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
