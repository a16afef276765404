package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;

/** Collects a piece's parts, given in its own frame in metres, and moves them to the map frame. */
final class Workpiece {

  /** Nearest distance of a base's centre from the front it works at. */
  static final double NEAR_M = 0.38;

  private final Measures measures;
  private final List<Part> parts = new ArrayList<>();

  Workpiece(Measures measures) {
    this.measures = measures;
  }

  /** A box by its lower and upper corner. */
  Workpiece box(
      String id, double x0, double y0, double z0, double x1, double y1, double z1, Rgb color) {
    return add(
        id,
        new Shape.Box(x1 - x0, y1 - y0, z1 - z0),
        Pose.upright((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2, 0),
        color);
  }

  /** An upright cylinder between two heights. */
  Workpiece cylinder(
      String id, double x, double y, double z0, double z1, double radius, Rgb color) {
    return add(
        id, new Shape.Cylinder(radius, z1 - z0), Pose.upright(x, y, (z0 + z1) / 2, 0), color);
  }

  Workpiece add(String id, Shape shape, Pose local, Rgb color) {
    parts.add(new Part(measures.name() + "/" + id, shape, inMap(local), color));
    return this;
  }

  Pose inMap(Pose local) {
    return Frames.compose(measures.frame(), local);
  }

  /** A level rectangle around a point of the piece's frame. */
  Surface surface(double x, double y, double z, double length, double width, double clearance) {
    return new Surface(inMap(Pose.upright(x, y, z, 0)), length, width, clearance);
  }

  /** The floor in front of x = {@code edge}, around y, from near to {@code far} metres away. */
  StandArea front(double edge, double y, double width, double far) {
    Pose centre = inMap(Pose.upright(edge + (NEAR_M + far) / 2, y, 0, Math.PI));
    Pose onFloor = new Pose(centre.x(), centre.y(), 0, 0, 0, centre.qz(), centre.qw());
    return new StandArea(onFloor, far - NEAR_M, width);
  }

  List<Part> parts() {
    return parts;
  }

  Furniture furniture() {
    return furniture(List.of());
  }

  Furniture furniture(List<MovablePart> movable) {
    return new Furniture(measures.name(), parts, movable);
  }
}
