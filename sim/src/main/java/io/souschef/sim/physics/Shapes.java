package io.souschef.sim.physics;

import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.collision.shapes.CollisionShape;
import com.bulletphysics.collision.shapes.CompoundShape;
import com.bulletphysics.collision.shapes.CylinderShapeZ;
import com.bulletphysics.collision.shapes.SphereShape;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.part.BodySpec;
import java.util.List;

/** Makes the engine's shapes. */
final class Shapes {

  /** Collision margin in metres, thinner than the engine's default so that thin things exist. */
  private static final double MARGIN_M = 0.004;

  /** The engine computes bounding boxes through a static array, so only one thread may build. */
  private static final Object BUILDING = new Object();

  private Shapes() {}

  static CollisionShape single(Shape shape) {
    synchronized (BUILDING) {
      return build(shape);
    }
  }

  static CollisionShape of(List<BodySpec.Solid> solids) {
    if (solids.size() == 1) {
      return single(solids.get(0).shape());
    }
    synchronized (BUILDING) {
      CompoundShape compound = new CompoundShape();
      for (BodySpec.Solid solid : solids) {
        compound.addChildShape(Units.transform(solid.pose()), build(solid.shape()));
      }
      return compound;
    }
  }

  private static CollisionShape build(Shape shape) {
    if (shape instanceof Shape.Sphere sphere) {
      return new SphereShape(Units.length(sphere.radiusM()));
    }
    var halfExtents = Units.vector(shape.xM() / 2, shape.yM() / 2, shape.zM() / 2);
    CollisionShape made =
        shape instanceof Shape.Box ? new BoxShape(halfExtents) : new CylinderShapeZ(halfExtents);
    double thinnest = Math.min(shape.xM(), Math.min(shape.yM(), shape.zM()));
    made.setMargin(Units.length(Math.min(MARGIN_M, thinnest / 4)));
    return made;
  }
}
