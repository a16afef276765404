package io.souschef.planner.agenda;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.errand.Errand;
import io.souschef.planner.errand.Ways;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.Things;
import io.souschef.planner.search.Wanted;
import io.souschef.planner.search.Way;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What acts that take things somewhere would cost, in worlds that are only thought of: the cheapest
 * ways by what skills declare, each skill's time over its chance to succeed. Remembers what it
 * found out; made anew for every decision. Used by one thread.
 */
final class Outlook {

  /** Things between which the cheapest way decides, nearest first. */
  private static final int COMPARED = 3;

  /** Things of one act that are thought through; the rest costs the same in any order. */
  private static final int MOST_THINGS = 6;

  /** Below this chance a skill is as good as impossible; seconds stay finite. */
  private static final double LEAST_CHANCE = 0.1;

  /** What it takes to look for a thing that was not seen yet, beside the first drive: seconds. */
  private static final double SECONDS_OF_SEARCH = 60;

  private final Belief now;
  private final Ways ways;
  private final Set<String> placed;
  private final Chances chances;
  private final Map<Key, Leg> legs = new HashMap<>();
  private int computed;

  /**
   * Looks out from a belief.
   *
   * @param placed ids of things that are where they are wanted already
   */
  Outlook(Belief now, Ways ways, Set<String> placed, Chances chances) {
    this.now = now;
    this.ways = ways;
    this.placed = Set.copyOf(placed);
    this.chances = chances;
  }

  /**
   * An act carried out.
   *
   * @param seconds robot time that is expected
   * @param end the world after it
   */
  record Leg(double seconds, WorldSketch end) {}

  /** All that a leg depends on. */
  private record Key(Act act, WorldSketch start) {}

  /** How many legs had to be thought through. */
  int computed() {
    return computed;
  }

  /** The world as it is believed now, with those things alone that acts are about. */
  WorldSketch start(List<Act> acts) {
    Set<String> kinds =
        acts.stream()
            .flatMap(act -> now.names().kinds(act.things().orElseThrow()).stream())
            .collect(Collectors.toSet());
    WorldSketch world = now.sketch();
    Optional<String> held = world.held().map(Thing::id);
    for (Thing thing : List.copyOf(world.things())) {
      if (!kinds.contains(thing.kind()) && held.filter(thing.id()::equals).isEmpty()) {
        world.remove(thing.id());
      }
    }
    // What the robot passes on its way makes no two worlds of one.
    world.places().forEach(place -> world.lookedInto(place.name()));
    world.things().forEach(thing -> world.see(thing.id()));
    return world;
  }

  /** Carries out an act in thought; a door that this one does not need is shut first. */
  Leg leg(Act act, WorldSketch start) {
    return legs.computeIfAbsent(new Key(act, start), key -> compute(act, start));
  }

  private Leg compute(Act act, WorldSketch start) {
    computed++;
    Set<String> needed = new HashSet<>(Errand.destinations(act, now.names()));
    act.things().flatMap(Things::at).map(now.names()::places).ifPresent(needed::addAll);
    Leg leg = needed.containsAll(start.robotAt().stream().toList()) ? still(start) : shut(start);
    Set<String> done = new HashSet<>(placed);
    int count = Math.min(act.amount().count(), MOST_THINGS);
    for (int i = 0; i < count; i++) {
      Optional<Leg> next = next(act, leg.end(), done);
      if (next.isEmpty()) {
        boolean looks = i == 0 && act.verb() != Verb.HAVE;
        return looks ? plus(leg, search(act, leg.end())) : leg;
      }
      leg = plus(leg, next.get());
    }
    return leg;
  }

  private static Leg still(WorldSketch world) {
    return new Leg(0, world);
  }

  private static Leg plus(Leg one, Leg other) {
    return new Leg(one.seconds() + other.seconds(), other.end());
  }

  /** Shuts the door before which the robot stands, where the robot opens it itself. */
  Leg shut(WorldSketch world) {
    Optional<String> here = world.robotAt().filter(this::isOwnDoor).filter(world::isOpen);
    if (here.isEmpty() || world.held().isPresent()) {
      return still(world);
    }
    return ways.from(now, world, List.of(), List.of(here.get()), w -> !w.isOpen(here.get()))
        .map(this::leg)
        .orElse(still(world));
  }

  private boolean isOwnDoor(String place) {
    return now.names()
            .vocabulary()
            .place(place)
            .filter(p -> p.kind() == Place.Kind.CLOSABLE)
            .isPresent()
        && (now.memory().opened().contains(place) || !now.sketch().isOpen(place));
  }

  /** The cheapest next thing of an act, which is noted as done; empty where none is known. */
  private Optional<Leg> next(Act act, WorldSketch world, Set<String> done) {
    Optional<String> place = nearest(world, Errand.destinations(act, now.names()));
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Optional<Leg> best = Optional.empty();
    String taken = "";
    for (Thing thing : pool(act, world, place.get(), done)) {
      List<String> places = new ArrayList<>(thing.place().stream().toList());
      places.add(place.get());
      Optional<Leg> leg =
          ways.from(
                  now,
                  world,
                  List.of(thing.kind()),
                  places,
                  Wanted.of(act, thing.id(), place, Optional.empty()))
              .map(this::leg);
      if (leg.isPresent() && (best.isEmpty() || leg.get().seconds() < best.get().seconds())) {
        best = leg;
        taken = thing.id();
      }
    }
    if (best.isPresent()) {
      done.add(taken);
    }
    return best;
  }

  private Leg leg(Way way) {
    double seconds = 0;
    for (Way.Move move : way.moves()) {
      double chance = Math.max(LEAST_CHANCE, chances.of(move.skill(), move.before()));
      seconds += move.seconds() / chance;
    }
    return new Leg(seconds, way.end());
  }

  private List<Thing> pool(Act act, WorldSketch world, String place, Set<String> done) {
    Things things = act.things().orElseThrow();
    List<String> kinds = now.names().kinds(things);
    List<String> at = things.at().map(now.names()::places).orElse(List.of());
    Set<String> alike = new HashSet<>();
    return world.things().stream()
        .filter(thing -> kinds.contains(thing.kind()))
        .filter(thing -> !done.contains(thing.id()) && !thing.isAt(place))
        .filter(thing -> !now.memory().hopeless().contains(thing.id()))
        .filter(
            thing ->
                at.isEmpty()
                    ? !isInBin(thing)
                    : thing.place().filter(at::contains).isPresent() != things.notAt())
        .sorted(
            Comparator.comparingDouble(thing -> thing.place().map(world::distanceTo).orElse(0.0)))
        .filter(thing -> alike.add(thing.kind() + "@" + thing.where()))
        .limit(COMPARED)
        .toList();
  }

  private boolean isInBin(Thing thing) {
    return thing
        .place()
        .flatMap(now.names().vocabulary()::place)
        .filter(place -> place.kind() == Place.Kind.BIN)
        .isPresent();
  }

  private static Optional<String> nearest(WorldSketch world, List<String> places) {
    return places.stream().min(Comparator.comparingDouble(world::distanceTo));
  }

  /**
   * A thing that nobody has seen: to where it may be, some looking, and on to where it is wanted.
   */
  private Leg search(Act act, WorldSketch world) {
    List<String> at =
        act.things()
            .filter(things -> !things.notAt())
            .flatMap(Things::at)
            .map(now.names()::places)
            .orElse(List.of());
    Leg leg = new Leg(SECONDS_OF_SEARCH, world);
    for (Optional<String> place :
        List.of(
            nearest(world, now.unlooked(at)),
            nearest(world, Errand.destinations(act, now.names())))) {
      if (place.isPresent()) {
        String to = place.get();
        leg =
            plus(
                leg,
                ways.from(
                        now,
                        leg.end(),
                        List.of(),
                        List.of(to),
                        w -> w.robotAt().filter(to::equals).isPresent())
                    .map(this::leg)
                    .orElse(still(leg.end())));
      }
    }
    return leg;
  }
}
