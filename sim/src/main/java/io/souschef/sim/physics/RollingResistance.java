package io.souschef.sim.physics;

import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.linearmath.Transform;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.BodySpec;
import javax.vecmath.Vector3f;
import org.jspecify.annotations.Nullable;

/**
 * Brings slowly rolling things to rest. The engine has sliding friction only, so a can on its side
 * would creep along for ever, too fast to fall asleep.
 */
final class RollingResistance {

  private static final float SLOW = Units.length(0.25);
  private static final float FALLING = Units.length(0.04);
  private static final float LEVEL = 0.2f;

  /** What is left of the speed after one application. */
  private static final float LEFT = 0.6f;

  private RollingResistance() {}

  /** How a body can roll. */
  enum Kind {
    /** It cannot. */
    NOT,
    /** When its axis is level. */
    ON_ITS_SIDE,
    /** In any position. */
    EVER
  }

  static Kind of(BodySpec spec) {
    if (spec.role() != Body.Role.LOOSE || spec.solids().size() != 1) {
      return Kind.NOT;
    }
    Shape shape = spec.solids().get(0).shape();
    return shape instanceof Shape.Sphere
        ? Kind.EVER
        : shape instanceof Shape.Cylinder ? Kind.ON_ITS_SIDE : Kind.NOT;
  }

  /** Slows down everything that rolls. */
  static void apply(Core core) {
    Vector3f linear = new Vector3f();
    Vector3f angular = new Vector3f();
    Transform transform = new Transform();
    for (int i = 0; i < core.bodies.size(); i++) {
      @Nullable RigidBody body = core.bodies.get(i);
      if (body == null
          || core.rolling.get(i) == Kind.NOT
          || !body.isActive()
          || Joints.isWelded(body)) {
        continue;
      }
      body.getLinearVelocity(linear);
      boolean rolls =
          core.rolling.get(i) == Kind.EVER
              || Math.abs(body.getWorldTransform(transform).basis.m22) < LEVEL;
      if (rolls && linear.length() < SLOW && Math.abs(linear.z) < FALLING) {
        linear.scale(LEFT);
        body.setLinearVelocity(linear);
        body.getAngularVelocity(angular).scale(LEFT);
        body.setAngularVelocity(angular);
      }
    }
  }
}
