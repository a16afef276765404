package io.souschef.sim.physics;

import com.bulletphysics.collision.dispatch.CollisionConfiguration;
import com.bulletphysics.collision.dispatch.CollisionDispatcher;
import com.bulletphysics.collision.dispatch.CollisionObject;

/**
 * Finds contacts of the driven robot with furniture too, which the engine allows but complains
 * about on the error stream.
 */
final class KinematicDispatcher extends CollisionDispatcher {

  KinematicDispatcher(CollisionConfiguration configuration) {
    super(configuration);
  }

  @Override
  public boolean needsCollision(CollisionObject a, CollisionObject b) {
    return (a.isActive() || b.isActive()) && a.checkCollideWith(b);
  }
}
