package io.souschef.sim.body.plan;

import io.souschef.sim.body.BasePose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AStarShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Finds a way for the base over the free floor, by A* and then by cutting corners. */
public final class PathPlanner {

  private static final int[][] STEPS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
  private static final double NEAREST_FREE_M = 0.25;

  private PathPlanner() {}

  /**
   * Points to drive through, the start left out and the goal last.
   *
   * @return empty when there is no way or the goal is not free
   */
  public static Optional<List<BasePose>> plan(OccupancyGrid grid, BasePose from, BasePose to) {
    if (!grid.isFree(to.x(), to.y())) {
      return Optional.empty();
    }
    if (isStraightFree(grid, from, to)) {
      return Optional.of(List.of(to));
    }
    int start = nearestFree(grid, from);
    if (start < 0) {
      return Optional.empty();
    }
    int goal = grid.index(grid.column(to.x()), grid.row(to.y()));
    int columns = grid.columns();
    GraphPath<Integer, DefaultWeightedEdge> path =
        new AStarShortestPath<>(
                graph(grid),
                (Integer a, Integer b) ->
                    Math.hypot(a % columns - b % columns, a / columns - b / columns))
            .getPath(start, goal);
    return Optional.ofNullable(path).map(found -> straightened(grid, from, to, found));
  }

  private static Graph<Integer, DefaultWeightedEdge> graph(OccupancyGrid grid) {
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    for (int i = 0; i < grid.columns() * grid.rows(); i++) {
      if (grid.isFree(i)) {
        graph.addVertex(i);
      }
    }
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int here = grid.index(column, row);
        for (int[] step : STEPS) {
          int there = grid.index(column + step[0], row + step[1]);
          if (grid.contains(column + step[0], row + step[1])
              && grid.isFree(here)
              && grid.isFree(there)) {
            DefaultWeightedEdge edge = graph.addEdge(here, there);
            graph.setEdgeWeight(edge, Math.hypot(step[0], step[1]));
          }
        }
      }
    }
    return graph;
  }

  private static List<BasePose> straightened(
      OccupancyGrid grid,
      BasePose from,
      BasePose to,
      GraphPath<Integer, DefaultWeightedEdge> path) {
    List<BasePose> cells = new ArrayList<>();
    for (int cell : path.getVertexList()) {
      cells.add(
          new BasePose(grid.x(cell % grid.columns()), grid.y(cell / grid.columns()), to.yaw()));
    }
    cells.set(cells.size() - 1, to);
    List<BasePose> corners = new ArrayList<>();
    BasePose here = from;
    for (int i = 0; i < cells.size(); ) {
      int farthest = i;
      for (int k = cells.size() - 1; k > i; k--) {
        if (isStraightFree(grid, here, cells.get(k))) {
          farthest = k;
          break;
        }
      }
      here = cells.get(farthest);
      corners.add(here);
      i = farthest + 1;
    }
    return corners;
  }

  /** Whether the base can drive straight; the start itself may be tight. */
  private static boolean isStraightFree(OccupancyGrid grid, BasePose from, BasePose to) {
    double way = from.distanceTo(to);
    int checks = (int) Math.ceil(way / (OccupancyGrid.CELL_M / 3));
    for (int i = 1; i <= checks; i++) {
      double s = (double) i / checks;
      double x = from.x() + s * (to.x() - from.x());
      double y = from.y() + s * (to.y() - from.y());
      if (!grid.isFree(x, y) && s * way > OccupancyGrid.CELL_M) {
        return false;
      }
    }
    return true;
  }

  private static int nearestFree(OccupancyGrid grid, BasePose from) {
    int nearest = -1;
    double best = NEAREST_FREE_M;
    int reach = (int) Math.ceil(NEAREST_FREE_M / OccupancyGrid.CELL_M);
    int column = grid.column(from.x());
    int row = grid.row(from.y());
    for (int c = column - reach; c <= column + reach; c++) {
      for (int r = row - reach; r <= row + reach; r++) {
        double away = Math.hypot(grid.x(c) - from.x(), grid.y(r) - from.y());
        if (grid.contains(c, r) && grid.isFree(grid.index(c, r)) && away < best) {
          best = away;
          nearest = grid.index(c, r);
        }
      }
    }
    return nearest;
  }
}
