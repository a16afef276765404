package io.souschef.sim.physics.part;

import io.souschef.skills.execution.RobotException;

/** The simulated world is no longer physical; the episode must end as an error. */
public final class PhysicsFault extends RobotException {

  private static final long serialVersionUID = 1L;

  public PhysicsFault(String message) {
    super(message);
  }
}
