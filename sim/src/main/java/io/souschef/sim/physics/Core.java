package io.souschef.sim.physics;

import com.bulletphysics.BulletGlobals;
import com.bulletphysics.collision.broadphase.AxisSweep3;
import com.bulletphysics.collision.broadphase.BroadphaseInterface;
import com.bulletphysics.collision.broadphase.Dispatcher;
import com.bulletphysics.collision.dispatch.CollisionConfiguration;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.DefaultCollisionConfiguration;
import com.bulletphysics.dynamics.DiscreteDynamicsWorld;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.constraintsolver.ConstraintSolver;
import com.bulletphysics.dynamics.constraintsolver.ContactSolverInfo;
import com.bulletphysics.dynamics.constraintsolver.TypedConstraint;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.MissingBodyException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The engine's objects: everything a copy of a world must copy, and nothing else. */
final class Core {

  private static final double EXTENT_M = 20;
  private static final int MAX_BODIES = 4096;
  private static final int SOLVER_ITERATIONS = 20;
  private static final double CONTACT_BREAKING_M = 0.002;
  private static final double SLOP_M = 0.0005;

  /** A body that has been nearly still for so long sleeps; a tenth of it is enough to topple in. */
  private static final float STILL_BEFORE_SLEEP_S = 0.5f;

  private static final double GRAVITY_M_PER_S2 = 9.81;

  final DiscreteDynamicsWorld dynamics;
  final ArrayList<@Nullable RigidBody> bodies = new ArrayList<>();

  /** How each body can roll, in the order of the bodies. */
  final ArrayList<RollingResistance.Kind> rolling = new ArrayList<>();

  final ArrayList<@Nullable TypedConstraint> joints = new ArrayList<>();
  long steps;

  Core() {
    prepareThread();
    DefaultCollisionConfiguration configuration = new DefaultCollisionConfiguration();
    // The other broadphase orders pairs by identity hash, which differs from run to run.
    AxisSweep3 broadphase =
        new AxisSweep3(
            Units.vector(-EXTENT_M, -EXTENT_M, -EXTENT_M),
            Units.vector(EXTENT_M, EXTENT_M, EXTENT_M),
            MAX_BODIES);
    dynamics =
        new Dynamics(
            new KinematicDispatcher(configuration),
            broadphase,
            new FrictionSafeSolver(),
            configuration);
    dynamics.setGravity(Units.vector(0, 0, -GRAVITY_M_PER_S2));
    ContactSolverInfo info = dynamics.getSolverInfo();
    info.numIterations = SOLVER_ITERATIONS;
    info.linearSlop = Units.length(SLOP_M);
  }

  /** The engine keeps its globals per thread; every thread that steps a world needs them. */
  static void prepareThread() {
    BulletGlobals.setContactBreakingThreshold(Units.length(CONTACT_BREAKING_M));
    BulletGlobals.setDeactivationTime(STILL_BEFORE_SLEEP_S);
  }

  RigidBody body(Body body) {
    RigidBody found = body.index() < bodies.size() ? bodies.get(body.index()) : null;
    if (found == null) {
      throw new MissingBodyException(body);
    }
    return found;
  }

  /**
   * The engine's world without what it does over and over in vain; it continues bit for bit like
   * the engine's own. What never moves keeps its bounding box.
   */
  private static final class Dynamics extends DiscreteDynamicsWorld {

    private boolean changed = true;

    Dynamics(
        Dispatcher dispatcher,
        BroadphaseInterface broadphase,
        ConstraintSolver solver,
        CollisionConfiguration configuration) {
      super(dispatcher, broadphase, solver, configuration);
      Islands.takeOver(getSimulationIslandManager());
    }

    @Override
    public void addCollisionObject(CollisionObject object, short group, short mask) {
      changed = true;
      super.addCollisionObject(object, group, mask);
    }

    @Override
    public void removeCollisionObject(CollisionObject object) {
      changed = true;
      super.removeCollisionObject(object);
    }

    @Override
    public void updateAabbs() {
      for (int i = 0; i < collisionObjects.size(); i++) {
        CollisionObject object = collisionObjects.getQuick(i);
        if (object.isActive() && (changed || !object.isStaticObject())) {
          updateSingleAabb(object);
        }
      }
      changed = false;
    }
  }
}
