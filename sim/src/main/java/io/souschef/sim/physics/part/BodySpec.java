package io.souschef.sim.physics.part;

import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Pose;
import java.util.List;

/**
 * What it takes to add a body.
 *
 * @param id unique in the world: "coke-2", "table/top"
 * @param role how it moves
 * @param solids its solids, in its own frame, whose origin is the centre of mass
 * @param pose its frame in the map
 * @param massKg kilograms; 0 for fixed and driven bodies
 * @param friction Coulomb coefficient; two bodies in contact have the product of theirs
 */
public record BodySpec(
    String id, Body.Role role, List<Solid> solids, Pose pose, double massKg, double friction) {

  private static final double FURNITURE_FRICTION = 0.8;
  private static final double ROBOT_FRICTION = 1.0;
  private static final Pose ORIGIN = Pose.upright(0, 0, 0, 0);

  /** A shape at a pose in its body's frame. */
  public record Solid(Shape shape, Pose pose) {}

  public BodySpec {
    solids = List.copyOf(solids);
  }

  /** A piece of furniture that never moves. */
  public static BodySpec fixed(Part part) {
    return new BodySpec(
        part.id(), Body.Role.FIXED, only(part.shape()), part.pose(), 0, FURNITURE_FRICTION);
  }

  /** A link of the robot. */
  public static BodySpec driven(String id, Shape shape, Pose pose) {
    return new BodySpec(id, Body.Role.DRIVEN, only(shape), pose, 0, ROBOT_FRICTION);
  }

  /** A thing in the kitchen. */
  public static BodySpec loose(String id, ObjectKind kind, Pose pose) {
    return new BodySpec(
        id, Body.Role.LOOSE, only(kind.shape()), pose, kind.massKg(), kind.friction());
  }

  /** A door or drawer of several parts, whose poses are in the map frame. */
  public static BodySpec jointed(String id, List<Part> parts, double massKg) {
    double x = parts.stream().mapToDouble(part -> part.pose().x()).average().orElse(0);
    double y = parts.stream().mapToDouble(part -> part.pose().y()).average().orElse(0);
    double z = parts.stream().mapToDouble(part -> part.pose().z()).average().orElse(0);
    Pose centre = Pose.upright(x, y, z, 0);
    Pose toLocal = Frames.inverse(centre);
    List<Solid> solids =
        parts.stream()
            .map(part -> new Solid(part.shape(), Frames.compose(toLocal, part.pose())))
            .toList();
    return new BodySpec(id, Body.Role.JOINTED, solids, centre, massKg, FURNITURE_FRICTION);
  }

  private static List<Solid> only(Shape shape) {
    return List.of(new Solid(shape, ORIGIN));
  }
}
