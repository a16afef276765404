package io.souschef.sim.picture;

import io.souschef.sim.kitchen.Vec3;
import java.util.List;

/** A distant light with soft shadows (shadow map with percentage-closer filtering). */
final class Sunlight {

  private static final int SIZE = 1400;
  private static final int BLUR = 3;
  private static final double BIAS_M = 0.012;

  /** Towards the light. */
  private final Vec3 direction = new Vec3(0.28, -0.36, 1).unit();

  private final Projection projection;
  private final DepthBuffer shadows;

  /**
   * The light over a room.
   *
   * @param casters triangles that throw shadows
   */
  Sunlight(double lengthM, double widthM, List<Triangle> casters) {
    double reach = Math.hypot(lengthM, widthM) + 1;
    Vec3 centre = new Vec3(lengthM / 2, widthM / 2, 0.7);
    this.projection =
        Projection.parallel(
            centre.plus(direction.times(10)), direction.times(-1), SIZE / reach, SIZE);
    this.shadows = new DepthBuffer(SIZE, SIZE, projection);
    casters.forEach(triangle -> shadows.draw(triangle, (index, a, b, c) -> {}));
  }

  /** How bright a point with a normal is, in [0, 1]. */
  double brightness(Vec3 point, Vec3 normal) {
    double facing = Math.max(0, normal.dot(direction));
    double sky = 0.5 + 0.5 * normal.z();
    double lit = facing > 0 ? lit(point) : 0;
    return 0.44 + 0.16 * sky + 0.40 * facing * lit;
  }

  private double lit(Vec3 point) {
    int column = (int) projection.column(point);
    int row = (int) projection.row(point);
    float near = shadows.nearness(projection.depth(point) - BIAS_M);
    int free = 0;
    for (int dr = -BLUR; dr <= BLUR; dr++) {
      for (int dc = -BLUR; dc <= BLUR; dc++) {
        int c = Math.max(0, Math.min(SIZE - 1, column + dc));
        int r = Math.max(0, Math.min(SIZE - 1, row + dr));
        if (shadows.nearness(c, r) <= near) {
          free++;
        }
      }
    }
    int side = 2 * BLUR + 1;
    return free / (double) (side * side);
  }
}
