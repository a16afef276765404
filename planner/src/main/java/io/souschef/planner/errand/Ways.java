package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.search.Way;
import io.souschef.planner.search.WayFinder;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ways to what an errand wants, in a belief.
 *
 * @param finder searches
 * @param neededLater whether a place is used again by what comes after the errand, so that its door
 *     may stay open
 */
public record Ways(WayFinder finder, Predicate<String> neededLater) {

  /**
   * The cheapest way.
   *
   * @param kinds kinds that it may be about beside what is in the hand
   * @param places places that it may be about beside where the robot stands
   */
  Optional<Way> to(
      Belief now, List<String> kinds, List<String> places, Predicate<WorldSketch> wanted) {
    return to(now, now.sketch(), kinds, places, wanted);
  }

  /** The same from a world that is only thought of; no rule that stands in the way is noted. */
  public Optional<Way> from(
      Belief now,
      WorldSketch start,
      List<String> kinds,
      List<String> places,
      Predicate<WorldSketch> wanted) {
    return finder.find(
        now.names().vocabulary(),
        now.observation(),
        start,
        scope(now, start, kinds, places),
        wanted);
  }

  /** The same from a world that is believed otherwise. */
  private Optional<Way> to(
      Belief now,
      WorldSketch start,
      List<String> kinds,
      List<String> places,
      Predicate<WorldSketch> wanted) {
    Optional<Way> way = from(now, start, kinds, places, wanted);
    if (way.isEmpty()) {
      finder
          .objection(
              now.names().vocabulary(),
              now.observation(),
              start,
              scope(now, start, kinds, places),
              wanted)
          .ifPresent(now.memory()::forbid);
    }
    return way;
  }

  private static WayFinder.Scope scope(
      Belief now, WorldSketch start, List<String> kinds, List<String> places) {
    Set<String> about = new HashSet<>(kinds);
    start.held().map(Thing::kind).ifPresent(about::add);
    Set<String> where = new HashSet<>(places);
    start.robotAt().ifPresent(where::add);
    if (start.held().isPresent()) {
      where.addAll(somewhereToPut(now, start));
    }
    return new WayFinder.Scope(about, where, now.memory()::failures);
  }

  /** The robot's own search for a kind, unless it was in vain already. */
  Optional<Step> searching(Belief now, String kind) {
    return finder
        .searching(kind, now.names().vocabulary(), now.observation())
        .filter(skill -> now.memory().failures(skill) == 0)
        .filter(skill -> isAllowed(now, skill))
        .map(skill -> new Step.Go(skill, 0));
  }

  /** Whether there is anything that the robot will not do. */
  boolean isGuarded() {
    return finder.isGuarded();
  }

  private boolean isAllowed(Belief now, GroundedSkill skill) {
    Optional<String> objection = finder.objection(skill, now.sketch());
    objection.ifPresent(now.memory()::forbid);
    return objection.isEmpty();
  }

  /** The way to a place from which one sees what is in or on it. */
  Optional<Way> toLook(Belief now, String place) {
    return to(
        now,
        List.of(),
        List.of(place),
        world -> world.robotAt().filter(place::equals).isPresent() && world.isOpen(place));
  }

  /** The way to shut a door; how it stands may not be known, and then it is taken to be open. */
  Optional<Way> toShut(Belief now, String place) {
    WorldSketch start = now.sketch();
    if (now.isOpen(place).isEmpty()) {
      start.setOpen(place, true);
    }
    return to(now, start, List.of(), List.of(place), world -> !world.isOpen(place));
  }

  /** The nearest surface, for what is in the way in the hand. */
  private static List<String> somewhereToPut(Belief now, WorldSketch start) {
    List<String> surfaces = new ArrayList<>();
    now.names().placesWith("surface").stream()
        .min(java.util.Comparator.comparingDouble(start::distanceTo))
        .ifPresent(surfaces::add);
    return surfaces;
  }

  /** The first skill of a way as a step. */
  static Step.Go first(Way way) {
    return new Step.Go(way.skills().get(0), way.seconds());
  }
}
