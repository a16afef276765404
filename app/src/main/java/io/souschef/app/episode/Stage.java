package io.souschef.app.episode;

import io.souschef.sim.picture.SceneView;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.execution.Robot;
import java.util.function.Supplier;

/**
 * A robot together with a view of its world from outside, for pictures and reports; the planner
 * sees only the robot.
 *
 * @param robot the robot
 * @param world the truth, as it is when asked; asked on the thread that drives the robot
 * @param view what a picture shows, likewise
 */
public record Stage(Robot robot, Supplier<WorldState> world, Supplier<SceneView> view)
    implements AutoCloseable {

  @Override
  public void close() {
    robot.close();
  }
}
