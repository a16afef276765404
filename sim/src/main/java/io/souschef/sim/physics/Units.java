package io.souschef.sim.physics;

import com.bulletphysics.linearmath.Transform;
import io.souschef.skills.world.Pose;
import javax.vecmath.Quat4f;
import javax.vecmath.Vector3f;

/**
 * Between metres and the engine's lengths. The engine runs at ten times the size because its
 * collision detection has absolute tolerances of up to a centimetre.
 */
final class Units {

  /** Engine lengths per metre. Gravity and velocities scale with it; masses do not. */
  static final float SCALE = 10f;

  private Units() {}

  static float length(double metres) {
    return (float) (metres * SCALE);
  }

  static Vector3f vector(double x, double y, double z) {
    return new Vector3f(length(x), length(y), length(z));
  }

  static Transform transform(Pose pose) {
    Transform transform = new Transform();
    set(transform, pose);
    return transform;
  }

  static void set(Transform transform, Pose pose) {
    transform.basis.set(
        new Quat4f((float) pose.qx(), (float) pose.qy(), (float) pose.qz(), (float) pose.qw()));
    transform.origin.set(length(pose.x()), length(pose.y()), length(pose.z()));
  }

  /** Throws {@link IllegalArgumentException} when the transform is not a number. */
  static Pose pose(Transform transform) {
    Quat4f q = transform.getRotation(new Quat4f());
    double norm = Math.sqrt((double) q.x * q.x + q.y * q.y + q.z * q.z + q.w * q.w);
    return new Pose(
        transform.origin.x / SCALE,
        transform.origin.y / SCALE,
        transform.origin.z / SCALE,
        q.x / norm,
        q.y / norm,
        q.z / norm,
        q.w / norm);
  }
}
