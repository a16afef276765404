package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;

/**
 * A level rectangle on which things stand: a table top, a shelf, the floor of a bin or a drawer.
 *
 * @param centre map frame, at the height of the surface; lengths run along its x and y
 * @param lengthM extent along the centre's x, metres
 * @param widthM extent along the centre's y, metres
 * @param clearanceM free height above it, metres: up to the next shelf; 2 where it is open above
 */
public record Surface(Pose centre, double lengthM, double widthM, double clearanceM) {

  /** Whether a point lies over the rectangle, whatever its height. */
  public boolean covers(double x, double y, double marginM) {
    Vec3 local = Frames.toLocal(centre, new Vec3(x, y, centre.z()));
    return Math.abs(local.x()) <= lengthM / 2 + marginM
        && Math.abs(local.y()) <= widthM / 2 + marginM;
  }

  /** Whether a point lies over the rectangle and below the clearance. */
  public boolean holds(Vec3 point) {
    double above = point.z() - centre.z();
    return covers(point.x(), point.y(), 0.005) && above > -0.03 && above <= clearanceM;
  }

  /** A point of the rectangle; {@code along} and {@code across} in metres from its centre. */
  public Vec3 point(double along, double across) {
    return Frames.toParent(centre, new Vec3(along, across, 0));
  }

  Surface movedBy(Pose motion) {
    return new Surface(Frames.compose(motion, centre), lengthM, widthM, clearanceM);
  }
}
