package io.souschef.sim.physics;

import com.bulletphysics.collision.broadphase.Dispatcher;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.narrowphase.ManifoldPoint;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.dynamics.constraintsolver.ContactSolverInfo;
import com.bulletphysics.dynamics.constraintsolver.SequentialImpulseConstraintSolver;
import com.bulletphysics.dynamics.constraintsolver.TypedConstraint;
import com.bulletphysics.linearmath.IDebugDraw;
import com.bulletphysics.util.ObjectArrayList;

/**
 * The engine's solver without its friction warm start, which stores the first lateral impulse in
 * both directions and makes resting things creep.
 */
final class FrictionSafeSolver extends SequentialImpulseConstraintSolver {

  @Override
  public float solveGroup(
      ObjectArrayList<CollisionObject> bodies,
      int bodyCount,
      ObjectArrayList<PersistentManifold> manifolds,
      int firstManifold,
      int manifoldCount,
      ObjectArrayList<TypedConstraint> constraints,
      int firstConstraint,
      int constraintCount,
      ContactSolverInfo info,
      IDebugDraw debugDrawer,
      Dispatcher dispatcher) {
    for (int m = 0; m < manifoldCount; m++) {
      PersistentManifold manifold = manifolds.getQuick(firstManifold + m);
      for (int p = 0; p < manifold.getNumContacts(); p++) {
        ManifoldPoint point = manifold.getContactPoint(p);
        point.appliedImpulseLateral1 = 0;
        point.appliedImpulseLateral2 = 0;
        point.lateralFrictionInitialized = false;
      }
    }
    return super.solveGroup(
        bodies,
        bodyCount,
        manifolds,
        firstManifold,
        manifoldCount,
        constraints,
        firstConstraint,
        constraintCount,
        info,
        debugDrawer,
        dispatcher);
  }
}
