package io.souschef.web.live.body;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a real robot is let move and held. Safe for use by any thread. */
public interface RobotControl {

  /**
   * Lets it move.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when this process may not, or it
   *     cannot be now
   */
  void arm();

  /** Stops it, until it is armed again; may wait for the robot's word. */
  void hold(String why);

  /**
   * Puts into a message how it stands: {@code armed}, {@code mayArm}, why it is {@code still},
   * {@code link}, {@code eStop}.
   */
  void describe(ObjectNode state);
}
