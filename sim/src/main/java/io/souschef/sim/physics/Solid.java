package io.souschef.sim.physics;

import io.souschef.skills.world.Pose;
import java.util.List;

/** A rigid body's shape, its origin at the centre, z up. Lengths in metres. */
public sealed interface Solid {

  /** A box. */
  record Box(double lengthM, double widthM, double heightM) implements Solid {
    public Box {
      requirePositive("box length", lengthM);
      requirePositive("box width", widthM);
      requirePositive("box height", heightM);
    }
  }

  /** A cylinder about the z axis. */
  record Cylinder(double radiusM, double heightM) implements Solid {
    public Cylinder {
      requirePositive("cylinder radius", radiusM);
      requirePositive("cylinder height", heightM);
    }
  }

  /** A ball. */
  record Sphere(double radiusM) implements Solid {
    public Sphere {
      requirePositive("sphere radius", radiusM);
    }
  }

  /** Several solids moving as one; the origin is taken as the centre of mass. */
  record Compound(List<Part> parts) implements Solid {
    public Compound {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("A compound needs at least one part");
      }
    }
  }

  /** A solid at a pose in its compound's frame. */
  record Part(Solid solid, Pose pose) {}

  private static void requirePositive(String what, double metres) {
    if (!(metres > 0 && Double.isFinite(metres))) {
      throw new IllegalArgumentException(
          "A %s must be a positive number of metres, got %s".formatted(what, metres));
    }
  }
}
