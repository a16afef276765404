package io.souschef.sim.physics;

import com.bulletphysics.collision.broadphase.BroadphaseProxy;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.CollisionWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.RayHit;
import io.souschef.skills.world.Pose;
import java.util.Optional;
import java.util.function.Predicate;
import javax.vecmath.Vector3f;

/** Rays through a world. Thread: the world's. */
public final class RayCasts {

  private final BulletWorld world;

  RayCasts(BulletWorld world) {
    this.world = world;
  }

  /**
   * What a ray meets first.
   *
   * @param from start, map frame; the orientation does not matter
   * @param to end, map frame
   * @param ignored bodies the ray goes through
   */
  public Optional<RayHit> closest(Pose from, Pose to, Predicate<Body> ignored) {
    return closest(from.x(), from.y(), from.z(), to.x(), to.y(), to.z(), ignored);
  }

  /** As {@link #closest(Pose, Pose, Predicate)}, coordinates in metres. */
  public Optional<RayHit> closest(
      double fromX,
      double fromY,
      double fromZ,
      double toX,
      double toY,
      double toZ,
      Predicate<Body> ignored) {
    Vector3f from = Units.vector(fromX, fromY, fromZ);
    Vector3f to = Units.vector(toX, toY, toZ);
    CollisionWorld.ClosestRayResultCallback callback =
        new CollisionWorld.ClosestRayResultCallback(from, to) {
          @Override
          public boolean needsCollision(BroadphaseProxy proxy) {
            return super.needsCollision(proxy) && !ignored.test(body(proxy.clientObject));
          }
        };
    world.core().dynamics.rayTest(from, to, callback);
    return callback.hasHit()
        ? Optional.of(new RayHit(body(callback.collisionObject), callback.closestHitFraction))
        : Optional.empty();
  }

  static Body body(Object collisionObject) {
    return (Body) ((CollisionObject) collisionObject).getUserPointer();
  }
}
