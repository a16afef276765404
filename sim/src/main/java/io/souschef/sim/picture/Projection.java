package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Vec3;

/**
 * How points of the map frame come to a picture: a viewing frame at an eye, and either parallel or
 * converging rays.
 *
 * @param eye where it is seen from, metres
 * @param right unit vector towards the picture's right
 * @param down unit vector towards its bottom
 * @param forward unit vector into the picture
 * @param pixelsPerUnit pixels for a metre (parallel) or for a slope of 1 (converging)
 * @param centreX pixel column that the eye looks at
 * @param centreY pixel row that the eye looks at
 * @param converging whether far things look smaller
 */
record Projection(
    Vec3 eye,
    Vec3 right,
    Vec3 down,
    Vec3 forward,
    double pixelsPerUnit,
    double centreX,
    double centreY,
    boolean converging) {

  /** A view from a point towards a point; z points up in the picture. */
  static Projection lookingAt(Vec3 eye, Vec3 target, double fovRad, int width, int height) {
    Vec3 forward = target.minus(eye).unit();
    Vec3 right = forward.cross(new Vec3(0, 0, 1)).unit();
    double pixels = width / 2.0 / Math.tan(fovRad / 2);
    return new Projection(
        eye, right, forward.cross(right), forward, pixels, width / 2.0, height / 2.0, true);
  }

  /** A view straight down, x to the right, y up. */
  static Projection fromAbove(Vec3 eye, double pixelsPerMetre, int width, int height) {
    return new Projection(
        eye,
        new Vec3(1, 0, 0),
        new Vec3(0, -1, 0),
        new Vec3(0, 0, -1),
        pixelsPerMetre,
        width / 2.0,
        height / 2.0,
        false);
  }

  /** Parallel rays along a direction, as of the sun; a square picture around a point. */
  static Projection parallel(Vec3 eye, Vec3 forward, double pixelsPerMetre, int size) {
    Vec3 right = forward.cross(new Vec3(0, 1, 0)).unit();
    return new Projection(
        eye, right, forward.cross(right), forward, pixelsPerMetre, size / 2.0, size / 2.0, false);
  }

  /** Distance into the picture, metres. */
  double depth(Vec3 point) {
    return point.minus(eye).dot(forward);
  }

  double column(Vec3 point) {
    return centreX + pixelsPerUnit * point.minus(eye).dot(right) / divisor(point);
  }

  double row(Vec3 point) {
    return centreY + pixelsPerUnit * point.minus(eye).dot(down) / divisor(point);
  }

  private double divisor(Vec3 point) {
    return converging ? depth(point) : 1;
  }
}
