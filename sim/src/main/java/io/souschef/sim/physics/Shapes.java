package io.souschef.sim.physics;

import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.collision.shapes.CollisionShape;
import com.bulletphysics.collision.shapes.CompoundShape;
import com.bulletphysics.collision.shapes.CylinderShapeZ;
import com.bulletphysics.collision.shapes.SphereShape;

/** Makes the engine's shapes. */
final class Shapes {

  /** Collision margin in metres, thinner than the engine's default so that thin things exist. */
  private static final double MARGIN_M = 0.004;

  /** The engine computes bounding boxes through a static array, so only one thread may build. */
  private static final Object BUILDING = new Object();

  private Shapes() {}

  static CollisionShape shape(Solid solid) {
    synchronized (BUILDING) {
      return build(solid);
    }
  }

  private static CollisionShape build(Solid solid) {
    if (solid instanceof Solid.Box box) {
      return thin(
          new BoxShape(Frames.vector(box.lengthM() / 2, box.widthM() / 2, box.heightM() / 2)),
          Math.min(box.lengthM(), Math.min(box.widthM(), box.heightM())));
    } else if (solid instanceof Solid.Cylinder cylinder) {
      return thin(
          new CylinderShapeZ(
              Frames.vector(cylinder.radiusM(), cylinder.radiusM(), cylinder.heightM() / 2)),
          Math.min(cylinder.radiusM(), cylinder.heightM()));
    } else if (solid instanceof Solid.Sphere sphere) {
      return new SphereShape(Frames.length(sphere.radiusM()));
    } else if (solid instanceof Solid.Compound compound) {
      CompoundShape shape = new CompoundShape();
      for (Solid.Part part : compound.parts()) {
        shape.addChildShape(Frames.transform(part.pose()), build(part.solid()));
      }
      return shape;
    }
    throw new IllegalStateException("No shape for " + solid);
  }

  private static CollisionShape thin(CollisionShape shape, double thicknessM) {
    shape.setMargin(Frames.length(Math.min(MARGIN_M, thicknessM / 4)));
    return shape;
  }
}
