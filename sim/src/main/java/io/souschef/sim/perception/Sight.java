package io.souschef.sim.perception;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.state.WorldObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a camera can see past what is in the way.
 *
 * @param camera the camera
 * @param rays finds what is in the way
 * @param ignored bodies that rays pass through: the robot's own head
 */
public record Sight(Camera camera, RayCaster rays, Set<String> ignored) {

  /** How near to a point a ray must come to have reached it, metres. */
  private static final double REACHED_M = 0.03;

  private static final double SPREAD = 0.36;

  public Sight {
    ignored = Set.copyOf(ignored);
  }

  /** Whether a point is in the picture and nothing hides it. */
  public boolean sees(Vec3 point) {
    return camera.covers(point) && hides(point).isEmpty();
  }

  /** The body that hides a point of the picture; empty when it is in plain sight. */
  public Optional<String> hides(Vec3 point) {
    double distance = point.minus(camera.eye()).length();
    return rays.firstHit(camera.eye(), point, ignored)
        .filter(hit -> (1 - hit.fraction()) * distance > REACHED_M)
        .map(RayCaster.Hit::id);
  }

  /** Share of a thing's sample points that can be seen, in [0, 1]. */
  public double visibleShare(WorldObject object) {
    List<Vec3> points = points(object);
    long seen =
        points.stream()
            .filter(camera::covers)
            .filter(point -> hides(point).map(object.id()::equals).orElse(true))
            .count();
    return seen / (double) points.size();
  }

  private static List<Vec3> points(WorldObject object) {
    Shape shape = object.kind().shape();
    // A spill has no body: rays must stop short of what it lies on.
    double up = object.kind().isSpill() ? 0.004 : 0;
    double x = SPREAD * shape.xM();
    double y = SPREAD * shape.yM();
    double z = object.kind().isSpill() ? 0 : SPREAD * shape.zM();
    return List.of(
            new Vec3(0, 0, up),
            new Vec3(x, 0, up),
            new Vec3(-x, 0, up),
            new Vec3(0, y, up),
            new Vec3(0, -y, up),
            new Vec3(0, 0, z + up),
            new Vec3(0, 0, -z + up))
        .stream()
        .map(local -> Frames.toParent(object.pose(), local))
        .toList();
  }
}
