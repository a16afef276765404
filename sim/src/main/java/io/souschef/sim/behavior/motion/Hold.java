package io.souschef.sim.behavior.motion;

import java.util.List;

/**
 * How the hand holds the handle.
 *
 * @param pitch of the hand, radians
 * @param side to which a leaning hand points along the bar, 1 or -1
 * @param lag how far it stays behind a door that is fully open, radians
 */
record Hold(double pitch, int side, double lag) {

  /** How the hand takes a level bar: straight from above, or leaning along the bar. */
  private static final List<Hold> ON_LEVEL_BARS =
      List.of(
          new Hold(-Math.PI / 2, 1, 0),
          new Hold(-Math.PI / 3, 1, 0),
          new Hold(-Math.PI / 3, -1, 0),
          new Hold(-Math.PI / 4, 1, 0),
          new Hold(-Math.PI / 4, -1, 0),
          new Hold(-Math.PI / 6, 1, 0),
          new Hold(-Math.PI / 6, -1, 0));

  /** How it takes an upright bar; it may lag behind the door as the fingers slide around. */
  private static final List<Hold> ON_UPRIGHT_BARS =
      List.of(new Hold(0, 1, 0), new Hold(0, 1, 0.5), new Hold(0, 1, 0.9), new Hold(0, 1, 1.2));

  /** Ways to hold a bar, the best first. */
  static List<Hold> on(boolean levelBar) {
    return levelBar ? ON_LEVEL_BARS : ON_UPRIGHT_BARS;
  }
}
