package io.souschef.sim.physics;

import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.constraintsolver.Generic6DofConstraint;
import com.bulletphysics.dynamics.constraintsolver.HingeConstraint;
import com.bulletphysics.dynamics.constraintsolver.Point2PointConstraint;
import com.bulletphysics.dynamics.constraintsolver.SliderConstraint;
import com.bulletphysics.dynamics.constraintsolver.TypedConstraint;
import com.bulletphysics.linearmath.Transform;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Joint;
import io.souschef.skills.world.Pose;
import java.util.Locale;
import javax.vecmath.Vector3f;

/** Joins bodies and lets them go. Thread: the world's. */
public final class Joints {

  private final BulletWorld world;

  Joints(BulletWorld world) {
    this.world = world;
  }

  /** Holds {@code held} where it now is relative to {@code holder}: a firm grasp. */
  public Joint weld(Body holder, Body held) {
    RigidBody a = world.core().body(holder);
    RigidBody b = world.core().body(held);
    Transform frameInA = new Transform();
    frameInA.inverse(a.getWorldTransform(new Transform()));
    frameInA.mul(b.getWorldTransform(new Transform()));
    Transform frameInB = new Transform();
    frameInB.setIdentity();
    Generic6DofConstraint weld = new Generic6DofConstraint(a, b, frameInA, frameInB, true);
    for (int axis = 0; axis < 6; axis++) {
      weld.setLimit(axis, 0, 0);
    }
    // A held body that falls asleep would stay in mid-air when the hand moves on.
    b.setActivationState(CollisionObject.DISABLE_DEACTIVATION);
    return add(weld);
  }

  /** Whether something holds a body firmly. */
  static boolean isWelded(CollisionObject body) {
    return !body.isKinematicObject()
        && body.getActivationState() == CollisionObject.DISABLE_DEACTIVATION;
  }

  /**
   * Ties a point of {@code pulled} to {@code hand}, free to turn: fingers around a handle.
   *
   * @param point map frame
   */
  public Joint hook(Body hand, Body pulled, Pose point) {
    RigidBody a = world.core().body(hand);
    RigidBody b = world.core().body(pulled);
    b.activate(true);
    Transform frame = Units.transform(point);
    return add(
        new Point2PointConstraint(a, b, relative(a, frame).origin, relative(b, frame).origin));
  }

  /**
   * Hangs a door on a vertical axis.
   *
   * @param frame what it hangs on
   * @param door the door, now at angle 0
   * @param axis a point of the axis, map frame
   * @param lowestRad smallest angle about z, radians
   * @param highestRad largest angle about z, radians
   */
  public Joint hinge(Body frame, Body door, Pose axis, double lowestRad, double highestRad) {
    RigidBody a = world.core().body(frame);
    RigidBody b = world.core().body(door);
    Transform upright = Units.transform(Pose.upright(axis.x(), axis.y(), axis.z(), 0));
    return hinge(a, b, upright, lowestRad, highestRad);
  }

  /**
   * Hangs a door on a level axis at its lower edge. Springs hold its weight, as at an oven: it
   * stays where it is left.
   *
   * @param frame what it hangs on
   * @param door the door, now at angle 0
   * @param axis a frame whose y axis it turns about, map frame
   * @param lowestRad smallest angle, radians
   * @param highestRad largest angle, radians
   */
  public Joint flap(Body frame, Body door, Pose axis, double lowestRad, double highestRad) {
    RigidBody a = world.core().body(frame);
    RigidBody b = world.core().body(door);
    b.setGravity(new Vector3f());
    // The engine turns about z: brought to y by a quarter turn about x.
    double eighth = Math.PI / 4;
    Pose turned = new Pose(0, 0, 0, -Math.sin(eighth), 0, 0, Math.cos(eighth));
    Transform level = Units.transform(Frames.compose(axis, turned));
    return hinge(a, b, level, lowestRad, highestRad);
  }

  private Joint hinge(
      RigidBody a, RigidBody b, Transform axis, double lowestRad, double highestRad) {
    HingeConstraint hinge = new HingeConstraint(a, b, relative(a, axis), relative(b, axis));
    // The engine counts the angle the other way round, and multiplies the limits by the softness.
    hinge.setLimit((float) -highestRad, (float) -lowestRad, 1f, 0.3f, 1f);
    return add(hinge);
  }

  /**
   * Lets a drawer slide.
   *
   * @param frame what it slides in
   * @param drawer the drawer, now at travel 0
   * @param yawRad direction of opening, radians about z in the map frame
   * @param travelM furthest opening, metres
   */
  public Joint slider(Body frame, Body drawer, double yawRad, double travelM) {
    RigidBody a = world.core().body(frame);
    RigidBody b = world.core().body(drawer);
    Transform rail = b.getWorldTransform(new Transform());
    rail.basis.rotZ((float) yawRad);
    SliderConstraint slider =
        new SliderConstraint(a, b, relative(a, rail), relative(b, rail), true);
    slider.setLowerLinLimit(0);
    slider.setUpperLinLimit(Units.length(travelM));
    slider.setLowerAngLimit(0);
    slider.setUpperAngLimit(0);
    return add(slider);
  }

  /** Undoes a joint; both bodies wake. */
  public void release(Joint joint) {
    Core core = world.core();
    TypedConstraint constraint = core.joints.get(joint.index());
    if (constraint == null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Joint %d was released before", joint.index()));
    }
    core.dynamics.removeConstraint(constraint);
    core.joints.set(joint.index(), null);
    free(constraint.getRigidBodyA());
    free(constraint.getRigidBodyB());
  }

  private static void free(RigidBody body) {
    if (!body.isStaticOrKinematicObject()) {
      body.forceActivationState(CollisionObject.ACTIVE_TAG);
      body.activate(true);
    }
  }

  private Joint add(TypedConstraint constraint) {
    Core core = world.core();
    core.dynamics.addConstraint(constraint, true);
    core.joints.add(constraint);
    return new Joint(core.joints.size() - 1);
  }

  private static Transform relative(RigidBody body, Transform frame) {
    Transform relative = new Transform();
    relative.inverse(body.getWorldTransform(new Transform()));
    relative.mul(frame);
    return relative;
  }
}
