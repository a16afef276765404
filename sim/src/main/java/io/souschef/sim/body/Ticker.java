package io.souschef.sim.body;

/** Lets the world go on by one step; whoever moves the body calls it after each small move. */
@FunctionalInterface
public interface Ticker {

  /** Advances by {@link io.souschef.sim.physics.BulletWorld#STEP_S}. */
  void tick();
}
