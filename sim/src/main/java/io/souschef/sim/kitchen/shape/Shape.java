package io.souschef.sim.kitchen.shape;

import java.util.Locale;

/**
 * A convex solid centred on its own origin. Extents are full lengths in metres, finite and
 * positive.
 */
public sealed interface Shape {

  /** Largest extent, metres: that of the walls around the largest room. */
  double LARGEST_M = 22;

  /** A solid with full extents along x, y and z. */
  record Box(double xM, double yM, double zM) implements Shape {
    public Box {
      requirePositive("x", xM);
      requirePositive("y", yM);
      requirePositive("z", zM);
    }
  }

  /** A cylinder about z. */
  record Cylinder(double radiusM, double zM) implements Shape {
    public Cylinder {
      requirePositive("radius", radiusM);
      requirePositive("height", zM);
    }

    @Override
    public double xM() {
      return 2 * radiusM;
    }

    @Override
    public double yM() {
      return 2 * radiusM;
    }
  }

  /** A ball. */
  record Sphere(double radiusM) implements Shape {
    public Sphere {
      requirePositive("radius", radiusM);
    }

    @Override
    public double xM() {
      return 2 * radiusM;
    }

    @Override
    public double yM() {
      return 2 * radiusM;
    }

    @Override
    public double zM() {
      return 2 * radiusM;
    }
  }

  /** Full extent along the shape's own x, metres. */
  double xM();

  /** Full extent along the shape's own y, metres. */
  double yM();

  /** Full extent along the shape's own z, metres. */
  double zM();

  /** Radius of the smallest upright circle around the shape's outline from above, metres. */
  default double footprintRadiusM() {
    return this instanceof Box ? Math.hypot(xM(), yM()) / 2 : xM() / 2;
  }

  private static void requirePositive(String what, double metres) {
    if (!(metres > 0 && metres <= LARGEST_M)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The %s of a shape must be above 0 and at most %.0f m, got %s",
              what,
              LARGEST_M,
              metres));
    }
  }
}
