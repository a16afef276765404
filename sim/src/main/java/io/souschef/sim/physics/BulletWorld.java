package io.souschef.sim.physics;

import com.bulletphysics.collision.broadphase.CollisionFilterGroups;
import com.bulletphysics.collision.broadphase.Dispatcher;
import com.bulletphysics.collision.dispatch.CollisionFlags;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.collision.shapes.CollisionShape;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.RigidBodyConstructionInfo;
import com.bulletphysics.linearmath.DefaultMotionState;
import com.bulletphysics.linearmath.Transform;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.BodySpec;
import io.souschef.sim.physics.part.PhysicsFault;
import io.souschef.skills.world.Pose;
import java.util.Locale;
import javax.vecmath.Vector3f;
import org.jspecify.annotations.Nullable;

/**
 * A world of rigid bodies under gravity. Deterministic: the same calls give the same bits.
 *
 * <p>Thread: one at a time. A call from another thread than the last one moves the world there
 * first, by a copy of a millisecond or two, because the engine binds its memory to threads.
 */
public final class BulletWorld {

  /** Length of a step, seconds. */
  public static final double STEP_S = 1.0 / 120;

  private static final short STATIC = CollisionFilterGroups.STATIC_FILTER;
  private static final short DRIVEN = CollisionFilterGroups.KINEMATIC_FILTER;
  private static final short JOINTED = CollisionFilterGroups.CHARACTER_FILTER;
  private static final short ALL = CollisionFilterGroups.ALL_FILTER;

  private static final int STEPS_PER_CHECK = 12;
  private static final double LOWEST_M = -0.3;
  private static final double FASTEST_M_PER_S = 60;

  private Core core;
  private Thread owner = Thread.currentThread();
  private final Contacts contacts = new Contacts(this);
  private final Joints joints = new Joints(this);
  private final RayCasts rays = new RayCasts(this);

  public BulletWorld() {
    this(new Core());
  }

  private BulletWorld(Core core) {
    this.core = core;
  }

  /** An independent copy that continues bit for bit like this world; handles stay valid. */
  public BulletWorld copy() {
    return new BulletWorld(WorldClone.copy(core));
  }

  public Contacts contacts() {
    return contacts;
  }

  public Joints joints() {
    return joints;
  }

  public RayCasts rays() {
    return rays;
  }

  /** Seconds simulated so far. */
  public double timeS() {
    return core.steps * STEP_S;
  }

  /** Adds a body at rest. */
  public Body add(BodySpec spec) {
    Core core = core();
    Body body = new Body(core.bodies.size(), spec.id(), spec.role());
    CollisionShape shape = Shapes.of(spec.solids());
    boolean moves = spec.role() == Body.Role.LOOSE || spec.role() == Body.Role.JOINTED;
    float mass = moves ? (float) spec.massKg() : 0;
    Vector3f inertia = new Vector3f();
    if (moves) {
      shape.calculateLocalInertia(mass, inertia);
    }
    Transform start = Units.transform(spec.pose());
    boolean driven = spec.role() == Body.Role.DRIVEN;
    RigidBodyConstructionInfo info =
        new RigidBodyConstructionInfo(
            mass, driven ? new DefaultMotionState(start) : null, shape, inertia);
    info.startWorldTransform.set(start);
    info.friction = (float) spec.friction();
    info.restitution = 0;
    RigidBody rigid = new RigidBody(info);
    rigid.setUserPointer(body);
    if (driven) {
      rigid.setCollisionFlags(
          (rigid.getCollisionFlags() & ~CollisionFlags.STATIC_OBJECT)
              | CollisionFlags.KINEMATIC_OBJECT);
      // A driven body that sleeps would ignore where it is told to go.
      rigid.setActivationState(CollisionObject.DISABLE_DEACTIVATION);
    }
    switch (spec.role()) {
      case FIXED -> core.dynamics.addRigidBody(rigid, STATIC, (short) ~(STATIC | JOINTED));
      case LOOSE -> {
        rigid.setDamping(0.02f, 0.3f); // air resistance
        core.dynamics.addRigidBody(rigid, CollisionFilterGroups.DEFAULT_FILTER, ALL);
      }
      case JOINTED -> {
        rigid.setDamping(0.95f, 0.9f); // stands for the friction of hinges and rails
        core.dynamics.addRigidBody(rigid, JOINTED, (short) ~(STATIC | JOINTED));
      }
      case DRIVEN -> core.dynamics.addRigidBody(rigid, DRIVEN, (short) ~DRIVEN);
    }
    core.bodies.add(rigid);
    core.rolling.add(RollingResistance.of(spec));
    return body;
  }

  /** Takes a body out; what it supported wakes and falls. */
  public void remove(Body body) {
    wakeNeighbours(body);
    Core core = core();
    core.dynamics.removeRigidBody(core.body(body));
    core.bodies.set(body.index(), null);
  }

  /** Advances by {@link #STEP_S}. */
  public void step() {
    Core core = core();
    FineSteps.step(core, STEP_S);
    core.steps++;
    if (core.steps % STEPS_PER_CHECK == 0) {
      check(core);
      RollingResistance.apply(core);
    }
  }

  /** Steps until every loose body sleeps or the time is over; returns whether all sleep. */
  public boolean settle(double longestS) {
    for (int i = 0; i < longestS / STEP_S; i++) {
      if (i % STEPS_PER_CHECK == 0 && isAsleep()) {
        return true;
      }
      step();
    }
    return isAsleep();
  }

  /** Whether no loose body moves. */
  public boolean isAsleep() {
    for (RigidBody body : core().bodies) {
      if (body != null && !body.isStaticOrKinematicObject() && body.isActive()) {
        return false;
      }
    }
    return true;
  }

  /** Where a body's centre is now, map frame. */
  public Pose pose(Body body) {
    Transform transform = core().body(body).getWorldTransform(new Transform());
    if (!Float.isFinite(transform.origin.x + transform.origin.y + transform.origin.z)) {
      throw new PhysicsFault(
          String.format(
              Locale.ROOT,
              "The simulated world broke after %.2f s: '%s' is nowhere; the episode cannot go on",
              timeS(),
              body.id()));
    }
    return Units.pose(transform);
  }

  /** A body's speed, metres per second. */
  public double speed(Body body) {
    return core().body(body).getLinearVelocity(new Vector3f()).length() / Units.SCALE;
  }

  /** Where a driven body shall be at the end of the next step. */
  public void drive(Body body, Pose pose) {
    core().body(body).getMotionState().setWorldTransform(Units.transform(pose));
  }

  /** Puts a body somewhere at rest, against all physics: for start states and disturbances. */
  public void place(Body body, Pose pose) {
    wakeNeighbours(body);
    RigidBody rigid = core().body(body);
    Transform transform = Units.transform(pose);
    rigid.setWorldTransform(transform);
    rigid.setInterpolationWorldTransform(transform);
    push(body, 0, 0, 0);
    rigid.setAngularVelocity(new Vector3f());
    core().dynamics.updateSingleAabb(rigid);
  }

  /** Gives a body a velocity in metres per second. */
  public void push(Body body, double vx, double vy, double vz) {
    RigidBody rigid = core().body(body);
    rigid.setLinearVelocity(Units.vector(vx, vy, vz));
    rigid.activate(true);
  }

  /** Gives a body a rotation in radians per second about the map's axes. */
  public void spin(Body body, double wx, double wy, double wz) {
    RigidBody rigid = core().body(body);
    rigid.setAngularVelocity(new Vector3f((float) wx, (float) wy, (float) wz));
    rigid.activate(true);
  }

  /** Wakes a body and whatever touches it. */
  public void wakeNeighbours(Body body) {
    Core core = core();
    RigidBody rigid = core.body(body);
    rigid.activate(true);
    Dispatcher dispatcher = core.dynamics.getDispatcher();
    for (int i = 0; i < dispatcher.getNumManifolds(); i++) {
      PersistentManifold manifold = dispatcher.getManifoldByIndexInternal(i);
      if (manifold.getBody0() == rigid || manifold.getBody1() == rigid) {
        ((RigidBody) manifold.getBody0()).activate();
        ((RigidBody) manifold.getBody1()).activate();
      }
    }
  }

  Core core() {
    Thread caller = Thread.currentThread();
    if (owner != caller) {
      core = WorldClone.copy(core);
      owner = caller;
    }
    return core;
  }

  private static void check(Core core) {
    Vector3f v = new Vector3f();
    for (int i = 0; i < core.bodies.size(); i++) {
      @Nullable RigidBody rigid = core.bodies.get(i);
      if (rigid == null || rigid.isStaticOrKinematicObject() || !rigid.isActive()) {
        continue;
      }
      String name = ((Body) rigid.getUserPointer()).id();
      float height = rigid.getCenterOfMassPosition(v).z / Units.SCALE;
      float speed = rigid.getLinearVelocity(v).length() / Units.SCALE;
      if (!(height > LOWEST_M) || !(speed < FASTEST_M_PER_S)) {
        throw new PhysicsFault(
            String.format(
                Locale.ROOT,
                "The simulated world broke after %.2f s: '%s' is at height %.2f m with speed %.2f"
                    + " m/s; the episode cannot go on",
                core.steps * STEP_S,
                name,
                height,
                speed));
      }
    }
  }
}
