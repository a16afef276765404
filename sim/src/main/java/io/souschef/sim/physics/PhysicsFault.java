package io.souschef.sim.physics;

/** The simulated world is no longer physical; the episode must end as an error. */
public final class PhysicsFault extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  PhysicsFault(String message) {
    super(message);
  }
}
