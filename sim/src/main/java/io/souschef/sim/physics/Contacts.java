package io.souschef.sim.physics;

import com.bulletphysics.collision.broadphase.CollisionAlgorithm;
import com.bulletphysics.collision.broadphase.Dispatcher;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.collision.shapes.CollisionShape;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.linearmath.Transform;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.vecmath.Vector3f;
import org.jspecify.annotations.Nullable;

/** Who touches whom, now or at a pose not yet taken. Thread: the world's. */
public final class Contacts {

  /** Distance at which two bodies count as touching, metres. */
  private static final double TOUCH_M = 0.0006;

  private final BulletWorld world;
  private final Map<Shape, CollisionShape> probes = new HashMap<>();

  Contacts(BulletWorld world) {
    this.world = world;
  }

  /** Whether the two touched in the last step. */
  public boolean touching(Body a, Body b) {
    return touched(a, other -> other.equals(b)).isPresent();
  }

  /** A body of interest that {@code body} touched in the last step. */
  public Optional<Body> touched(Body body, Predicate<Body> interesting) {
    Core core = world.core();
    RigidBody one = core.body(body);
    Dispatcher dispatcher = core.dynamics.getDispatcher();
    for (int i = 0; i < dispatcher.getNumManifolds(); i++) {
      PersistentManifold manifold = dispatcher.getManifoldByIndexInternal(i);
      Object other =
          manifold.getBody0() == one
              ? manifold.getBody1()
              : manifold.getBody1() == one ? manifold.getBody0() : null;
      if (other != null && isTouching(manifold) && interesting.test(RayCasts.body(other))) {
        return Optional.of(RayCasts.body(other));
      }
    }
    return Optional.empty();
  }

  /** A body of interest that any of {@code mine} touched in the last step. */
  public Optional<Body> touchedByAny(Predicate<Body> mine, Predicate<Body> interesting) {
    Dispatcher dispatcher = world.core().dynamics.getDispatcher();
    for (int i = 0; i < dispatcher.getNumManifolds(); i++) {
      PersistentManifold manifold = dispatcher.getManifoldByIndexInternal(i);
      if (manifold.getNumContacts() == 0) {
        continue;
      }
      Body a = RayCasts.body(manifold.getBody0());
      Body b = RayCasts.body(manifold.getBody1());
      boolean aIsMine = mine.test(a);
      if (aIsMine != mine.test(b)) {
        Body other = aIsMine ? b : a;
        if (interesting.test(other) && isTouching(manifold)) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  /** Two bodies of which one is pressed into the other. */
  public record Pressed(Body one, Body other, double depthM) {}

  /**
   * Where something is pressed deepest: what a hand moves into anything, or what it pushes before
   * it into anything else. No more than a touch is not pressed.
   *
   * @param mine what moves by itself
   * @param hooked a door or drawer that moves along; the hand on its handle does not count
   */
  public Optional<Pressed> pressed(Predicate<Body> mine, @Nullable Body hooked) {
    Predicate<Body> moving = mine.or(body -> body.equals(hooked));
    Set<Body> pushed = new HashSet<>();
    List<Pressed> contacts = new ArrayList<>();
    Dispatcher dispatcher = world.core().dynamics.getDispatcher();
    for (int i = 0; i < dispatcher.getNumManifolds(); i++) {
      PersistentManifold manifold = dispatcher.getManifoldByIndexInternal(i);
      Body a = RayCasts.body(manifold.getBody0());
      Body b = RayCasts.body(manifold.getBody1());
      boolean movesA = moving.test(a);
      boolean movesB = moving.test(b);
      if ((movesA && (movesB || isDoor(b))) || (movesB && isDoor(a))) {
        continue; // a door gives way to a hand
      }
      double depth = depthM(manifold);
      if (depth < -TOUCH_M) {
        continue;
      }
      contacts.add(new Pressed(a, b, depth));
      if (movesA || movesB) {
        Body other = movesA ? b : a;
        if (other.role() == Body.Role.LOOSE) {
          pushed.add(other);
        }
      }
    }
    return contacts.stream()
        .filter(
            c ->
                moving.or(pushed::contains).test(c.one())
                    || moving.or(pushed::contains).test(c.other()))
        .max(Comparator.comparingDouble(Pressed::depthM));
  }

  private static boolean isDoor(Body body) {
    return body.role() == Body.Role.JOINTED;
  }

  private static double depthM(PersistentManifold manifold) {
    double deepest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < manifold.getNumContacts(); p++) {
      deepest = Math.max(deepest, -manifold.getContactPoint(p).getDistance());
    }
    return deepest / Units.SCALE;
  }

  /**
   * A body that a shape would touch at a pose, without moving anything.
   *
   * @param ignored bodies that do not count
   */
  public Optional<Body> obstacle(Shape shape, Pose pose, Predicate<Body> ignored) {
    Core core = world.core();
    CollisionObject probe = new CollisionObject();
    probe.setCollisionShape(probes.computeIfAbsent(shape, Shapes::single));
    probe.setWorldTransform(Units.transform(pose));
    Vector3f low = new Vector3f();
    Vector3f high = new Vector3f();
    probe.getCollisionShape().getAabb(probe.getWorldTransform(new Transform()), low, high);
    Vector3f otherLow = new Vector3f();
    Vector3f otherHigh = new Vector3f();
    for (RigidBody other : core.bodies) {
      if (other == null) {
        continue;
      }
      other.getAabb(otherLow, otherHigh);
      if (overlap(low, high, otherLow, otherHigh)
          && !ignored.test(RayCasts.body(other))
          && collide(core, probe, other)) {
        return Optional.of(RayCasts.body(other));
      }
    }
    return Optional.empty();
  }

  private static boolean collide(Core core, CollisionObject probe, RigidBody other) {
    Dispatcher dispatcher = core.dynamics.getDispatcher();
    CollisionAlgorithm algorithm = dispatcher.findAlgorithm(probe, other);
    ManifoldResult result = new Touch(probe, other);
    algorithm.processCollision(probe, other, core.dynamics.getDispatchInfo(), result);
    algorithm.destroy();
    dispatcher.freeCollisionAlgorithm(algorithm);
    return ((Touch) result).found;
  }

  /** Takes the contact points instead of storing them in the world. */
  private static final class Touch extends ManifoldResult {
    boolean found;

    Touch(CollisionObject a, CollisionObject b) {
      super(a, b);
    }

    @Override
    public void addContactPoint(Vector3f normalOnB, Vector3f pointOnB, float depth) {
      found |= depth <= Units.length(TOUCH_M);
    }
  }

  private static boolean isTouching(PersistentManifold manifold) {
    for (int p = 0; p < manifold.getNumContacts(); p++) {
      if (manifold.getContactPoint(p).getDistance() <= Units.length(TOUCH_M)) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlap(Vector3f lowA, Vector3f highA, Vector3f lowB, Vector3f highB) {
    return lowA.x <= highB.x
        && highA.x >= lowB.x
        && lowA.y <= highB.y
        && highA.y >= lowB.y
        && lowA.z <= highB.z
        && highA.z >= lowB.z;
  }
}
