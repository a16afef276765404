package io.souschef.sim.physics;

import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.linearmath.Transform;
import io.souschef.sim.physics.part.Body;
import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Quat4f;
import javax.vecmath.Vector3f;

/**
 * Divides a step while something falls, tips or rolls so fast that it would go deep into a board
 * between two of them; the engine's own sweep does not see flat things. Driven bodies go evenly
 * through the parts.
 */
final class FineSteps {

  /**
   * Motion of the middle in one step from which on it is divided, metres: more than what a robot
   * carries, or a door that it leads, does.
   */
  private static final double DIVIDED_FROM_M = 0.012;

  /** The same for any point of what is free: an edge comes down faster than the middle. */
  private static final double FREE_FROM_M = 0.006;

  /** Most motion in a part, metres: a quarter of the thinnest shelf. */
  private static final double PART_M = 0.004;

  private static final int MOST_PARTS = 20;

  private FineSteps() {}

  private record Driven(RigidBody body, Transform from, Transform to) {

    static Driven of(RigidBody body) {
      return new Driven(
          body,
          body.getWorldTransform(new Transform()),
          body.getMotionState().getWorldTransform(new Transform()));
    }

    void at(double share) {
      Transform between = new Transform(to);
      if (share < 1) {
        between.origin.interpolate(from.origin, to.origin, (float) share);
        Quat4f turn = from.getRotation(new Quat4f());
        turn.interpolate(to.getRotation(new Quat4f()), (float) share);
        between.setRotation(turn);
      }
      body.getMotionState().setWorldTransform(between);
    }
  }

  static void step(Core core, double seconds) {
    int parts = parts(core, seconds);
    if (parts == 1) {
      core.dynamics.stepSimulation((float) seconds, 0);
      return;
    }
    List<Driven> driven = new ArrayList<>();
    for (RigidBody body : core.bodies) {
      if (body != null && body.isKinematicObject() && body.getMotionState() != null) {
        driven.add(Driven.of(body));
      }
    }
    for (int i = 1; i <= parts; i++) {
      double share = (double) i / parts;
      driven.forEach(body -> body.at(share));
      core.dynamics.stepSimulation((float) (seconds / parts), 0);
    }
  }

  private static int parts(Core core, double seconds) {
    double divided = 0;
    for (RigidBody body : core.bodies) {
      if (body != null && !body.isStaticOrKinematicObject() && body.isActive()) {
        boolean free = isFree(body);
        double motion = (free ? fastestPoint(body) : speed(body)) / Units.SCALE * seconds;
        // A speed that is no number is for the world's own check to find.
        if (motion > (free ? FREE_FROM_M : DIVIDED_FROM_M)) {
          divided = Math.max(divided, motion);
        }
      }
    }
    return divided > 0 ? (int) Math.min(MOST_PARTS, Math.ceil(divided / PART_M)) : 1;
  }

  private static boolean isFree(RigidBody body) {
    return body.getUserPointer() instanceof Body owner
        && owner.role() == Body.Role.LOOSE
        && !Joints.isWelded(body);
  }

  private static double speed(RigidBody body) {
    return body.getLinearVelocity(new Vector3f()).length();
  }

  /** An upper bound of the speed of any of its points. */
  private static double fastestPoint(RigidBody body) {
    float[] radius = new float[1];
    body.getCollisionShape().getBoundingSphere(new Vector3f(), radius);
    return speed(body) + radius[0] * body.getAngularVelocity(new Vector3f()).length();
  }
}
