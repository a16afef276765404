package io.souschef.sim.behavior.reach;

import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.plan.OccupancyGrid;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the base could stand to work on something. */
public final class Stands {

  private static final double[] ASIDE_M = {0, 0.18, -0.18, 0.36, -0.36};
  private static final double[] AROUND_M = {0.5, 0.65};
  private static final double FARTHEST_M = 1.2;
  private static final double OTHER_SIDE_COST_M = 1.0;

  private Stands() {}

  /**
   * Free poses in a place's working areas from which a point may be in reach, the nearest first.
   */
  public static List<BasePose> at(Site site, Vec3 point, BasePose here, OccupancyGrid grid) {
    List<BasePose> stands = new ArrayList<>();
    for (StandArea area : site.standAreas()) {
      double left = Frames.toLocal(area.centre(), point).y();
      double widest = area.widthM() / 2;
      for (double aside : ASIDE_M) {
        double y = Math.max(-widest, Math.min(widest, left + aside));
        nearest(area, y, grid).ifPresent(stands::add);
        for (double forward : new double[] {0.3, -0.4}) {
          stands.add(BasePose.of(area.pose(forward * area.depthM() / 2, y)));
        }
      }
    }
    return sorted(stands, site.isStoodAtFrom(here.x(), here.y()), point, here, grid);
  }

  /** As close to the place as an open drawer, say, leaves room for. */
  private static Optional<BasePose> nearest(StandArea area, double left, OccupancyGrid grid) {
    double front = 0.49 * area.depthM();
    for (double back = 0; back < area.depthM(); back += OccupancyGrid.CELL_M / 2) {
      BasePose stand = BasePose.of(area.pose(front - back, left));
      if (grid.isFree(stand.x(), stand.y())) {
        return Optional.of(stand);
      }
    }
    return Optional.empty();
  }

  /** Free poses around a point of the floor, the nearest first. */
  public static List<BasePose> around(Vec3 point, BasePose here, OccupancyGrid grid) {
    List<BasePose> stands = new ArrayList<>();
    for (double radius : AROUND_M) {
      for (int i = 0; i < 12; i++) {
        double angle = i * Math.PI / 6;
        stands.add(
            new BasePose(
                point.x() - radius * Math.cos(angle), point.y() - radius * Math.sin(angle), angle));
      }
    }
    return sorted(stands, true, point, here, grid);
  }

  private static List<BasePose> sorted(
      List<BasePose> stands, boolean stay, Vec3 point, BasePose here, OccupancyGrid grid) {
    List<BasePose> free = new ArrayList<>();
    if (stay && distance(here, point) < FARTHEST_M) {
      free.add(here);
    }
    stands.stream()
        .distinct()
        .filter(stand -> grid.isFree(stand.x(), stand.y()))
        .filter(stand -> distance(stand, point) < FARTHEST_M)
        .sorted(Comparator.comparingDouble(stand -> cost(stand, here)))
        .forEach(free::add);
    return free;
  }

  private static double cost(BasePose stand, BasePose here) {
    double turn = Math.abs(Math.IEEEremainder(stand.yaw() - here.yaw(), 2 * Math.PI));
    return stand.distanceTo(here) + (turn > 0.5 ? OTHER_SIDE_COST_M : 0);
  }

  private static double distance(BasePose stand, Vec3 point) {
    return Math.hypot(stand.x() - point.x(), stand.y() - point.y());
  }
}
