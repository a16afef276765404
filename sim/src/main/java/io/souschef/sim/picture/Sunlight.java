package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Vec3;
import java.util.List;

/** A distant light with soft shadows (shadow map with percentage-closer filtering). */
final class Sunlight {

  private static final int SIZE = 1400;
  private static final int BLUR = 3;
  private static final double BIAS_M = 0.012;
  private static final double OFFSET_M = 0.02;

  /** Towards the light. */
  private final Vec3 direction = new Vec3(0.34, -0.55, 1).unit();

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
    // A little off the surface, so that it does not shade itself.
    double lit = facing > 0 ? lit(point.plus(normal.times(OFFSET_M))) : 0;
    return 0.60 + 0.12 * sky + 0.31 * Math.min(1, 1.15 * facing) * lit;
  }

  private double lit(Vec3 point) {
    int column = (int) projection.column(point);
    int row = (int) projection.row(point);
    float near = shadows.nearness(projection.depth(point) - BIAS_M);
    int corners = 0;
    for (int i = -BLUR; i <= BLUR; i += 2 * BLUR) {
      corners += free(column + i, row + i, near) + free(column + i, row - i, near);
    }
    // Far from a shadow's edge the corners agree, and the rest need not be asked.
    if (corners == 0 || corners == 4) {
      return corners / 4.0;
    }
    int free = 0;
    for (int dr = -BLUR; dr <= BLUR; dr++) {
      for (int dc = -BLUR; dc <= BLUR; dc++) {
        free += free(column + dc, row + dr, near);
      }
    }
    int side = 2 * BLUR + 1;
    return free / (double) (side * side);
  }

  private int free(int column, int row, float near) {
    int c = Math.max(0, Math.min(SIZE - 1, column));
    int r = Math.max(0, Math.min(SIZE - 1, row));
    return shadows.nearness(c, r) <= near ? 1 : 0;
  }
}
