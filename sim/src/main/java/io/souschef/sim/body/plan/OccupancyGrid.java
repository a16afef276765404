package io.souschef.sim.body.plan;

import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;
import java.util.BitSet;

/**
 * Cells of the floor where the base's centre may not stand, because something is closer than the
 * base's radius.
 */
public final class OccupancyGrid {

  /** Edge of a cell, metres. */
  public static final double CELL_M = 0.05;

  private static final double CLEARANCE_M = 0.025;
  private static final double KEEP_OUT_M = RobotModel.BASE_RADIUS_M + CLEARANCE_M;

  private final int columns;
  private final int rows;
  private final BitSet blocked;

  /** An empty room that spans x from 0 to its length and y from 0 to its width, metres. */
  public OccupancyGrid(double lengthM, double widthM) {
    columns = (int) Math.round(lengthM / CELL_M);
    rows = (int) Math.round(widthM / CELL_M);
    blocked = new BitSet(columns * rows);
  }

  private OccupancyGrid(OccupancyGrid original) {
    columns = original.columns;
    rows = original.rows;
    blocked = (BitSet) original.blocked.clone();
  }

  public OccupancyGrid copy() {
    return new OccupancyGrid(this);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Blocks the cells around a solid when it stands in the way of any part of the robot. */
  public void block(Shape shape, Pose pose) {
    double half = verticalHalf(shape, pose);
    if (pose.z() - half > RobotModel.HEIGHT_M || pose.z() + half < 0.012) {
      return;
    }
    double reach =
        Math.sqrt(sq(shape.xM()) + sq(shape.yM()) + sq(shape.zM())) / 2 + KEEP_OUT_M + CELL_M;
    for (int column = column(pose.x() - reach); column <= column(pose.x() + reach); column++) {
      for (int row = row(pose.y() - reach); row <= row(pose.y() + reach); row++) {
        if (contains(column, row) && distance(shape, pose, x(column), y(row)) < KEEP_OUT_M) {
          blocked.set(index(column, row));
        }
      }
    }
  }

  /** Distance over the floor from a point to a solid's outline, 0 inside. */
  private static double distance(Shape shape, Pose pose, double x, double y) {
    if (!(shape instanceof Shape.Box) && pose.tilt() < 0.2) {
      return Math.max(0, Math.hypot(x - pose.x(), y - pose.y()) - shape.xM() / 2);
    }
    if (pose.tilt() > 0.2) {
      double radius = Math.max(shape.xM(), Math.max(shape.yM(), shape.zM())) / 2;
      return Math.max(0, Math.hypot(x - pose.x(), y - pose.y()) - radius);
    }
    Vec3 local = Frames.toLocal(Pose.upright(pose.x(), pose.y(), 0, pose.yaw()), new Vec3(x, y, 0));
    double dx = Math.max(0, Math.abs(local.x()) - shape.xM() / 2);
    double dy = Math.max(0, Math.abs(local.y()) - shape.yM() / 2);
    return Math.hypot(dx, dy);
  }

  private static double verticalHalf(Shape shape, Pose pose) {
    return pose.tilt() < 0.2
        ? shape.zM() / 2
        : Math.max(shape.xM(), Math.max(shape.yM(), shape.zM())) / 2;
  }

  /** Whether the base may stand at a point, metres. */
  public boolean isFree(double x, double y) {
    int column = column(x);
    int row = row(y);
    return contains(column, row) && !blocked.get(index(column, row));
  }

  boolean isFree(int index) {
    return !blocked.get(index);
  }

  boolean contains(int column, int row) {
    return column >= 0 && column < columns && row >= 0 && row < rows;
  }

  int index(int column, int row) {
    return row * columns + column;
  }

  int column(double x) {
    return (int) Math.floor(x / CELL_M);
  }

  int row(double y) {
    return (int) Math.floor(y / CELL_M);
  }

  double x(int column) {
    return (column + 0.5) * CELL_M;
  }

  double y(int row) {
    return (row + 0.5) * CELL_M;
  }

  private static double sq(double value) {
    return value * value;
  }
}
