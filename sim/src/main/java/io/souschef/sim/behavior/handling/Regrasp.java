package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.motion.Driver;
import io.souschef.sim.behavior.reach.Grasp;
import io.souschef.sim.behavior.reach.GripHeights;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Place;
import java.util.Comparator;

/**
 * Takes what is in the hand another way: nearly level, for a place with little room above. Who
 * picks a thing up does not know yet where it will go, and from above it is held best.
 */
final class Regrasp {

  private final Run run;

  Regrasp(Run run) {
    this.run = run;
  }

  /** Whether the place is too low for what is held as it is. */
  boolean isNeeded(Site site) {
    return GripHeights.isLow(site)
        && !PickUp.isLevel(Grasp.Approach.of(run.robot().hand().pitch()));
  }

  /** Puts it down on what is near, takes it level and comes back. */
  Held level(Held held, Thing thing, Site site) {
    Site aside = aside(site);
    Driver driver = new Driver(run);
    run.phase("taking it another way", 0.1);
    driver.driveTo(aside);
    PutDown.place(run, held, thing, aside);
    PickUp.pickUp(
        run,
        thing.kind().noun(),
        object -> run.recognise(object).filter(thing::equals).isPresent(),
        (grasp, pose) -> PickUp.isLevel(grasp.approach()));
    driver.driveTo(site);
    return PutDown.requireHeld(run, thing.kind().noun());
  }

  /** The nearest place that is open above. */
  private Site aside(Site site) {
    return run.kitchen().sites().stream()
        .filter(other -> !other.name().equals(site.name()))
        .filter(
            other ->
                other.place().kind() == Place.Kind.SURFACE
                    || other.place().kind() == Place.Kind.PERSON)
        .filter(other -> !GripHeights.isLow(other))
        .min(
            Comparator.comparingDouble(
                other -> other.place().pose().floorDistanceTo(site.place().pose())))
        .orElseThrow(
            () ->
                SkillEnd.failed(
                    FailureReason.NO_ROOM,
                    "There is no room %s for what is held from above"
                        .formatted(site.place().where())));
  }
}
