package io.souschef.sim.physics;

import com.bulletphysics.collision.dispatch.CollisionConfiguration;
import com.bulletphysics.collision.dispatch.CollisionDispatcher;
import com.bulletphysics.collision.dispatch.CollisionObject;

/**
 * Finds contacts of the driven robot with furniture too, which the engine allows but complains
 * about on the error stream; and none between the hand and what is welded into it, because the weld
 * already says where that is and contacts would only pull at it.
 */
final class KinematicDispatcher extends CollisionDispatcher {

  KinematicDispatcher(CollisionConfiguration configuration) {
    super(configuration);
  }

  @Override
  public boolean needsCollision(CollisionObject a, CollisionObject b) {
    return (a.isActive() || b.isActive()) && a.checkCollideWith(b) && !isGrip(a, b);
  }

  @Override
  public boolean needsResponse(CollisionObject a, CollisionObject b) {
    return super.needsResponse(a, b) && !isGrip(a, b);
  }

  private static boolean isGrip(CollisionObject a, CollisionObject b) {
    return (a.isKinematicObject() && Joints.isWelded(b))
        || (b.isKinematicObject() && Joints.isWelded(a));
  }
}
