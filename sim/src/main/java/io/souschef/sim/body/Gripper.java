package io.souschef.sim.body;

import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.part.Body;

/** Opens and closes the fingers step by step. */
public final class Gripper {

  /** Speed of each finger. */
  private static final double M_PER_S = 0.07;

  private static final double CLOSED_M = 0.004;

  private final BulletWorld world;
  private final RobotBody body;
  private final Ticker ticker;

  public Gripper(BulletWorld world, RobotBody body, Ticker ticker) {
    this.world = world;
    this.body = body;
    this.ticker = ticker;
  }

  /** Opens fully; what was held is let go first. */
  public void open() {
    body.release();
    spreadTo(RobotModel.OPEN_M);
  }

  /** Opens or closes to a gap in metres, whatever is between. */
  public void spreadTo(double gapM) {
    while (Math.abs(body.gapM() - gapM) > 1e-9) {
      double step = 2 * M_PER_S * BulletWorld.STEP_S;
      double left = gapM - body.gapM();
      body.spread(body.gapM() + Math.max(-step, Math.min(step, left)));
      ticker.tick();
    }
  }

  /**
   * Closes until both fingers touch the thing.
   *
   * @return whether both do; else the fingers are closed and nothing is between them
   */
  public boolean closeOn(Body thing) {
    while (body.gapM() > CLOSED_M) {
      boolean left = world.contacts().touching(body.leftFinger(), thing);
      boolean right = world.contacts().touching(body.rightFinger(), thing);
      if (left && right) {
        return true;
      }
      body.spread(Math.max(CLOSED_M, body.gapM() - 2 * M_PER_S * BulletWorld.STEP_S));
      ticker.tick();
    }
    return false;
  }
}
