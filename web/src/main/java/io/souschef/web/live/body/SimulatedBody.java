package io.souschef.web.live.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.web.replay.SceneJson;
import java.util.List;
import java.util.Optional;

/**
 * The simulated robot, with all that is true around it.
 *
 * @param robot in its kitchen
 */
public record SimulatedBody(SimulatedRobot robot) implements Body {

  private Kitchen kitchen() {
    return robot.worldState().initial().kitchen();
  }

  @Override
  public ObjectNode scene() {
    return SceneJson.kitchen(kitchen());
  }

  @Override
  public List<PlacedShape> moving() {
    return robot.moving();
  }

  @Override
  public double timeS() {
    return robot.timeS();
  }

  @Override
  public void onStep(Runnable listener) {
    robot.onStep(listener);
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Optional<Kitchen> recorded() {
    return Optional.of(kitchen());
  }

  @Override
  public void releaseStop() {
    robot.releaseStop();
  }

  @Override
  public void settle(double longestS) {
    robot.rest(longestS);
  }
}
