package io.souschef.sim.body.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Pose;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPlannerTest {

  private static final BasePose WEST = new BasePose(0.5, 2, 0);
  private static final BasePose EAST = new BasePose(5.5, 2, 1);

  private final OccupancyGrid grid = new OccupancyGrid(6, 4);

  @Test
  void anEmptyRoomIsCrossedStraight() {
    assertThat(PathPlanner.plan(grid, WEST, EAST)).contains(List.of(EAST));
  }

  @Test
  void theWayLeadsAroundAnObstacleWithTheBasesRadiusToSpare() {
    grid.block(new Shape.Box(0.4, 2.4, 1), Pose.upright(3, 1.2, 0.5, 0));

    List<BasePose> path = PathPlanner.plan(grid, WEST, EAST).orElseThrow();

    assertThat(path).hasSizeGreaterThan(1).endsWith(EAST);
    BasePose here = WEST;
    for (BasePose next : path) {
      for (int i = 0; i <= 100; i++) {
        double x = here.x() + i / 100.0 * (next.x() - here.x());
        double y = here.y() + i / 100.0 * (next.y() - here.y());
        double dx = Math.max(0, Math.abs(x - 3) - 0.2);
        double dy = Math.max(0, Math.abs(y - 1.2) - 1.2);
        assertThat(Math.hypot(dx, dy)).isGreaterThan(RobotModel.BASE_RADIUS_M - 0.03);
      }
      here = next;
    }
  }

  @Test
  void aWallWithoutAGapCannotBePassed() {
    grid.block(new Shape.Box(0.4, 4, 1), Pose.upright(3, 2, 0.5, 0));
    assertThat(PathPlanner.plan(grid, WEST, EAST)).isEmpty();
  }

  @Test
  void aGoalTooCloseToAnObstacleIsRefused() {
    grid.block(new Shape.Cylinder(0.1, 1), Pose.upright(5.5, 2.3, 0.5, 0));
    assertThat(PathPlanner.plan(grid, WEST, EAST)).isEmpty();
  }

  @Test
  void whatHangsAboveTheRobotIsNotInTheWay() {
    grid.block(new Shape.Box(0.4, 4, 0.2), Pose.upright(3, 2, 2.1, 0));
    assertThat(PathPlanner.plan(grid, WEST, EAST)).contains(List.of(EAST));
  }
}
