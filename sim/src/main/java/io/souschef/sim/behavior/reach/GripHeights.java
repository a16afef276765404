package io.souschef.sim.behavior.reach;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Joint;

/**
 * How high over what a thing stands on the arm may be to put it down again in a kitchen.
 *
 * @param underShelfM highest that the arm's upper side may be to get under every shelf, metres;
 *     infinite where there is none
 * @param overFrontM lowest that its lower side may be to get over the front of every drawer,
 *     metres; 0 where there is none
 */
public record GripHeights(double underShelfM, double overFrontM) {

  /** Above this there is no shelf but air. */
  private static final double SHELF_M = 1;

  /** Where a thing of a hand's height held slanting down does not get under, metres. */
  private static final double LOW_M = 0.33;

  private static final double SPARE_M = 0.005;
  private static final double SPARE_OVER_FRONT_M = 0.002;

  /** Whether a hand gets in only nearly level, as into a microwave. */
  public static boolean isLow(Site site) {
    return site.rimM() == 0
        && site.surfaces().stream().anyMatch(surface -> surface.clearanceM() < LOW_M);
  }

  public static GripHeights of(Kitchen kitchen) {
    double underShelf = Double.POSITIVE_INFINITY;
    double overFront = 0;
    for (Site site : kitchen.sites()) {
      MovablePart door = site.door().orElse(null);
      if (door != null && door.joint().type() == Joint.Type.SLIDER) {
        overFront = Math.max(overFront, front(site, door) + SPARE_OVER_FRONT_M);
      } else if (site.rimM() == 0) {
        for (Surface surface : site.surfaces()) {
          // What is lower still is worked at with the hand level, whatever a thing's height.
          if (surface.clearanceM() >= LOW_M && surface.clearanceM() < SHELF_M) {
            underShelf = Math.min(underShelf, surface.clearanceM() - SPARE_M);
          }
        }
      }
    }
    return new GripHeights(underShelf, overFront);
  }

  /** How far a drawer's front rises above its floor. */
  private static double front(Site site, MovablePart drawer) {
    double floor = site.surfaces().get(0).centre().z();
    return drawer.parts().stream()
            .mapToDouble(part -> part.pose().z() + part.shape().zM() / 2)
            .max()
            .orElse(floor)
        - floor;
  }
}
