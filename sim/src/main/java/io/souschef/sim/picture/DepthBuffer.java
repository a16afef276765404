package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Vec3;
import java.util.Arrays;

/** A z-buffer: keeps, for each pixel, what is nearest. Not thread-safe. */
final class DepthBuffer {

  private static final double NEAR_M = 0.05;

  private final int width;
  private final int height;
  private final float[] inverseDepths;
  private final Projection projection;

  DepthBuffer(int width, int height, Projection projection) {
    this.width = width;
    this.height = height;
    this.projection = projection;
    this.inverseDepths = new float[width * height];
    Arrays.fill(inverseDepths, Float.NEGATIVE_INFINITY);
  }

  /** Draws a triangle where it is nearer than what has been drawn so far. */
  void draw(Triangle triangle, Fragment fragment) {
    Corner a = corner(triangle.a(), 1, 0, 0);
    Corner b = corner(triangle.b(), 0, 1, 0);
    Corner c = corner(triangle.c(), 0, 0, 1);
    boolean whole = a.depth > NEAR_M && b.depth > NEAR_M && c.depth > NEAR_M;
    if (whole) {
      fill(a, b, c, fragment);
    } else {
      clip(triangle, fragment, a, b, c);
    }
  }

  /** Nearness stored at a pixel: greater is nearer. */
  float nearness(int column, int row) {
    return inverseDepths[row * width + column];
  }

  /** Nearness of a depth in metres, as stored. */
  float nearness(double depth) {
    return (float) (projection.converging() ? 1 / depth : -depth);
  }

  /** A corner on the screen with its shares of the triangle's own corners. */
  private record Corner(double depth, double column, double row, double wa, double wb, double wc) {}

  private Corner corner(Vec3 point, double wa, double wb, double wc) {
    return new Corner(
        projection.depth(point), projection.column(point), projection.row(point), wa, wb, wc);
  }

  /** Cuts off what lies behind the eye (Sutherland and Hodgman, for one plane). */
  private void clip(Triangle t, Fragment fragment, Corner... corners) {
    Corner[] kept = new Corner[4];
    int count = 0;
    for (int i = 0; i < 3; i++) {
      Corner from = corners[i];
      Corner to = corners[(i + 1) % 3];
      if (from.depth > NEAR_M) {
        kept[count++] = from;
      }
      if (from.depth > NEAR_M != to.depth > NEAR_M) {
        kept[count++] = between(t, from, to);
      }
    }
    for (int i = 2; i < count; i++) {
      fill(kept[0], kept[i - 1], kept[i], fragment);
    }
  }

  private Corner between(Triangle t, Corner from, Corner to) {
    double part = (NEAR_M * 1.001 - from.depth) / (to.depth - from.depth);
    double wa = from.wa + part * (to.wa - from.wa);
    double wb = from.wb + part * (to.wb - from.wb);
    double wc = from.wc + part * (to.wc - from.wc);
    Vec3 point = t.a().times(wa).plus(t.b().times(wb)).plus(t.c().times(wc));
    return corner(point, wa, wb, wc);
  }

  private void fill(Corner a, Corner b, Corner c, Fragment fragment) {
    double area = (b.column - a.column) * (c.row - a.row) - (c.column - a.column) * (b.row - a.row);
    if (area == 0) {
      return;
    }
    int left = clamp(Math.min(a.column, Math.min(b.column, c.column)), width);
    int right = clamp(Math.max(a.column, Math.max(b.column, c.column)) + 1, width);
    int top = clamp(Math.min(a.row, Math.min(b.row, c.row)), height);
    int bottom = clamp(Math.max(a.row, Math.max(b.row, c.row)) + 1, height);
    // In a converging view, what is linear on the screen is a share divided by its depth.
    double ia = projection.converging() ? 1 / a.depth : 1;
    double ib = projection.converging() ? 1 / b.depth : 1;
    double ic = projection.converging() ? 1 / c.depth : 1;
    for (int row = top; row < bottom; row++) {
      double y = row + 0.5;
      for (int column = left; column < right; column++) {
        double x = column + 0.5;
        double sa = ((b.column - x) * (c.row - y) - (c.column - x) * (b.row - y)) / area;
        double sb = ((c.column - x) * (a.row - y) - (a.column - x) * (c.row - y)) / area;
        double sc = 1 - sa - sb;
        if (sa < 0 || sb < 0 || sc < 0) {
          continue;
        }
        double sum = sa * ia + sb * ib + sc * ic;
        double near = projection.converging() ? sum : -(sa * a.depth + sb * b.depth + sc * c.depth);
        int index = row * width + column;
        if (near > inverseDepths[index]) {
          inverseDepths[index] = (float) near;
          double pa = sa * ia / sum;
          double pb = sb * ib / sum;
          double pc = sc * ic / sum;
          fragment.at(
              index,
              pa * a.wa + pb * b.wa + pc * c.wa,
              pa * a.wb + pb * b.wb + pc * c.wb,
              pa * a.wc + pb * b.wc + pc * c.wc);
        }
      }
    }
  }

  private static int clamp(double value, int limit) {
    return (int) Math.max(0, Math.min(limit, Math.floor(value)));
  }
}
