package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.motion.Driver;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.reach.Stands;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Searches for an object: where it was last seen, then where nobody has looked, then where it was
 * longest ago that anybody looked. Opens nothing.
 */
public final class Find implements Behavior {

  private static final double[] ENDS = {-0.9, 0.9};

  /** A search that goes on for longer hardly ever ends well: one in forty. */
  private static final double PATIENCE_S = 90;

  @Override
  public String perform(Run run, GroundedSkill skill) {
    String kind = skill.object().orElse("");
    Set<String> searched = new HashSet<>();
    while (run.elapsedS() < PATIENCE_S) {
      Optional<ObservedObject> known = known(run, kind, searched);
      if (known.isPresent()) {
        searched.add(known.get().id());
        if (isSeenAt(run, known.get())) {
          return "Found the %s %s"
              .formatted(
                  kind,
                  known
                      .get()
                      .place()
                      .flatMap(name -> run.kitchen().site(name))
                      .map(site -> site.place().where())
                      .orElse("on the floor"));
        }
        continue;
      }
      Optional<Site> next = unsearched(run, searched);
      if (next.isEmpty() && lookFromElsewhere(run, searched)) {
        continue;
      }
      if (next.isEmpty()) {
        throw SkillEnd.failed(
            FailureReason.NOT_FOUND, "Looked everywhere and saw no %s".formatted(kind));
      }
      searched.add(next.get().name());
      tryArrive(run, next.get());
    }
    throw SkillEnd.failed(
        FailureReason.NOT_FOUND,
        String.format(Locale.ROOT, "Looked for %.0f s and saw no %s", run.elapsedS(), kind));
  }

  /** The most promising object of the kind; one that was put somewhere already comes last. */
  private static Optional<ObservedObject> known(Run run, String kind, Set<String> searched) {
    Observation observation = run.observe();
    boolean allSearched = unsearched(run, searched).isEmpty();
    return observation
        .objectsOf(kind)
        .filter(object -> !searched.contains(object.id()))
        .filter(object -> allSearched || !PickUp.isDelivered(run, object))
        .filter(object -> object.place().map(place -> isOpen(run, place)).orElse(true))
        .min(
            Comparator.<ObservedObject>comparingDouble(object -> -object.lastSeenS())
                .thenComparing(object -> object.pose().floorDistanceTo(run.robot().base().pose())));
  }

  /** Drives to where an object was seen and looks; whether it is there. */
  private static boolean isSeenAt(Run run, ObservedObject object) {
    Optional<Site> site = object.place().flatMap(name -> run.kitchen().site(name));
    if (site.isPresent()) {
      if (!run.isAt(site.get()) || !run.siteHere().equals(site)) {
        if (!tryArrive(run, site.get())) {
          return false;
        }
      }
    } else if (!driveNear(run, object)) {
      return false;
    }
    run.phase("looking", 0.9);
    Looker looker = new Looker(run);
    looker.lookAt(object.pose());
    if (site.isPresent() && !isSeen(run, object)) {
      looker.lookAt(site.get()); // over the front of a drawer, too
    }
    return isSeen(run, object);
  }

  private static boolean isSeen(Run run, ObservedObject object) {
    return run.observe()
        .objectsOf(object.kind())
        .anyMatch(
            seen ->
                seen.visible()
                    && (seen.id().equals(object.id())
                        || seen.pose().distanceTo(object.pose()) < 0.3));
  }

  /**
   * Looks at the next surface from its other ends, to see behind what stands there; whether there
   * was one left.
   */
  private static boolean lookFromElsewhere(Run run, Set<String> searched) {
    Optional<Site> next =
        run.kitchen().sites().stream()
            .filter(site -> site.place().kind() == Place.Kind.SURFACE)
            .filter(site -> searched.add("again " + site.name()))
            .findFirst();
    next.ifPresent(
        site -> {
          run.phase("looking behind things", 0.8);
          Driver driver = new Driver(run);
          for (StandArea area : site.standAreas()) {
            for (double end : ENDS) {
              double left = end * area.widthM() / 2;
              if (run.elapsedS() < PATIENCE_S
                  && driver.tryDrive(BasePose.of(area.pose(area.depthM() / 4, left)))) {
                new Looker(run).lookAt(site);
              }
            }
          }
          run.diary().arrivedAt(site.name());
        });
    return next.isPresent();
  }

  private static boolean tryArrive(Run run, Site site) {
    try {
      GoTo.arrive(run, site);
      return true;
    } catch (SkillEnd end) {
      if (end.reason().filter(FailureReason.BLOCKED_PATH::equals).isPresent()) {
        return false; // the other places are still worth a look
      }
      throw end;
    }
  }

  private static boolean driveNear(Run run, ObservedObject object) {
    Driver driver = new Driver(run);
    List<BasePose> stands =
        Stands.around(Frames.position(object.pose()), run.robot().base(), driver.grid());
    return stands.stream().anyMatch(driver::tryDrive);
  }

  private static Optional<Site> unsearched(Run run, Set<String> searched) {
    Observation observation = run.observe();
    return run.kitchen().sites().stream()
        .filter(site -> !searched.contains(site.name()))
        .filter(site -> isOpen(run, site.name()))
        .min(
            Comparator.<Site>comparingDouble(
                    site ->
                        observation
                            .place(site.name())
                            .map(PlaceState::lastLookedS)
                            .map(last -> last.orElse(-1))
                            .orElse(-1.0))
                .thenComparing(
                    site -> site.place().pose().floorDistanceTo(run.robot().base().pose())));
  }

  private static boolean isOpen(Run run, String place) {
    return run.kitchenWorld()
        .door(place)
        .map(door -> door.part().joint().isOpen(run.kitchenWorld().position(door)))
        .orElse(true);
  }
}
