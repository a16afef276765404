package io.souschef.sim.perception;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.sim.picture.SceneView;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Casts rays at solids that stand still, without a physics engine. Immutable. */
public final class ShapeRayCaster implements RayCaster {

  private static final double MISS = Double.POSITIVE_INFINITY;

  private final List<PlacedShape> shapes;

  public ShapeRayCaster(List<PlacedShape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  /** Rays at everything in a view. */
  public static ShapeRayCaster of(SceneView view) {
    return new ShapeRayCaster(
        Stream.of(view.fixtures(), view.robot(), view.objects()).flatMap(List::stream).toList());
  }

  @Override
  public Optional<Hit> firstHit(Vec3 from, Vec3 to, Set<String> ignored) {
    double nearest = 1;
    Optional<Hit> hit = Optional.empty();
    for (PlacedShape placed : shapes) {
      if (ignored.contains(placed.id())) {
        continue;
      }
      double fraction = enters(placed, from, to);
      if (fraction <= nearest) {
        nearest = fraction;
        hit = Optional.of(new Hit(placed.id(), fraction));
      }
    }
    return hit;
  }

  private static double enters(PlacedShape placed, Vec3 from, Vec3 to) {
    Pose pose = placed.pose();
    Vec3 start = Frames.toLocal(pose, from);
    Vec3 way = Frames.toLocal(pose, to).minus(start);
    Shape shape = placed.shape();
    if (shape instanceof Shape.Box) {
      Span span =
          slab(start.x(), way.x(), shape.xM() / 2)
              .and(slab(start.y(), way.y(), shape.yM() / 2))
              .and(slab(start.z(), way.z(), shape.zM() / 2));
      return span.entry();
    }
    if (shape instanceof Shape.Cylinder) {
      return round(start.x(), start.y(), 0, way.x(), way.y(), 0, shape.xM() / 2)
          .and(slab(start.z(), way.z(), shape.zM() / 2))
          .entry();
    }
    return round(start.x(), start.y(), start.z(), way.x(), way.y(), way.z(), shape.xM() / 2)
        .entry();
  }

  /** Where on the ray it is inside. */
  private record Span(double from, double to) {

    Span and(Span other) {
      return new Span(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** The entry in [0, 1]; infinite when there is none, or the ray starts inside. */
    double entry() {
      return from <= to && from >= 0 && from <= 1 ? from : MISS;
    }
  }

  private static final Span NOWHERE = new Span(MISS, -MISS);
  private static final Span EVERYWHERE = new Span(-MISS, MISS);

  private static Span slab(double start, double way, double half) {
    if (way == 0) {
      return Math.abs(start) <= half ? EVERYWHERE : NOWHERE;
    }
    double a = (-half - start) / way;
    double b = (half - start) / way;
    return new Span(Math.min(a, b), Math.max(a, b));
  }

  private static Span round(
      double x, double y, double z, double dx, double dy, double dz, double radius) {
    double a = dx * dx + dy * dy + dz * dz;
    double b = x * dx + y * dy + z * dz;
    double c = x * x + y * y + z * z - radius * radius;
    if (a == 0) {
      return c <= 0 ? EVERYWHERE : NOWHERE;
    }
    double root = b * b - a * c;
    if (root < 0) {
      return NOWHERE;
    }
    double half = Math.sqrt(root);
    return new Span((-b - half) / a, (-b + half) / a);
  }
}
