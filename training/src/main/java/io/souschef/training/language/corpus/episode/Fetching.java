package io.souschef.training.language.corpus.episode;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.Wanted;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Getting hold of things: what is seen comes first, then searching, then looking where it has not
 * looked yet; after two disappointments it gives up.
 */
final class Fetching {

  private static final int MOST_DISAPPOINTMENTS = 2;
  private static final double BEHIND_DOORS = 0.7;

  private final World world;
  private final SkillWords words;
  private final SymbolicRobot robot;
  private final RandomGenerator random;

  Fetching(World world, SkillWords words, SymbolicRobot robot, RandomGenerator random) {
    this.world = world;
    this.words = words;
    this.robot = robot;
    this.random = random;
  }

  /** Drives to a thing that satisfies a wish; empty when none is to be found. */
  Optional<Thing> locate(Wanted wanted, Set<Thing> except) {
    return look(wanted, except, false);
  }

  /** Takes a thing that satisfies a wish into the hand; empty when none can be had. */
  Optional<Thing> take(Wanted wanted, Set<Thing> except) {
    Set<Thing> hopeless = new HashSet<>(except);
    for (int i = 0; i < MOST_DISAPPOINTMENTS; i++) {
      Optional<Thing> thing = look(wanted, hopeless, true);
      if (thing.isEmpty()) {
        return Optional.empty();
      }
      boolean taken =
          isShutAway(thing.get().place) ? robot.takeOut(thing.get()) : robot.pickUp(thing.get());
      if (taken) {
        return thing;
      }
      hopeless.add(thing.get());
    }
    return Optional.empty();
  }

  /** Whether things there are taken out rather than picked up. */
  private static boolean isShutAway(Spot place) {
    return place.opens();
  }

  private Optional<Thing> look(Wanted wanted, Set<Thing> except, boolean toTake) {
    Set<Noun> tried = new HashSet<>();
    int disappointments = 0;
    while (true) {
      List<Thing> known = known(wanted, except);
      if (!known.isEmpty()) {
        Thing thing = Choose.one(known, random);
        if (wanted.at().isPresent() && hasDouble(thing)) {
          reachByPlace(thing, toTake);
          return Optional.of(thing);
        }
        return Optional.of(reach(thing, known, toTake));
      }
      if (disappointments >= MOST_DISAPPOINTMENTS) {
        return Optional.empty();
      }
      Optional<Spot> place = wanted.at().filter(at -> !world.looked.contains(at));
      if (place.isPresent() && (place.get().opens() || disappointments > 0)) {
        lookInside(place.get());
        if (known(wanted, except).isEmpty()) {
          Optional<Wanted> other = elsewhere(wanted, place.get());
          if (other.isPresent()) {
            return look(other.get(), except, toTake);
          }
        }
        disappointments++;
        continue;
      }
      if (disappointments > 0 && Choose.chance(0.6, random)) {
        place = unseen();
        if (place.isPresent()) {
          lookInside(place.get());
          if (!known(wanted, except).isEmpty()) {
            continue;
          }
        }
      }
      List<Noun> untried = wanted.nouns().stream().filter(n -> !tried.contains(n)).toList();
      List<Noun> worth = untried.isEmpty() ? wanted.nouns() : untried;
      Optional<Thing> hidden = hidden(wanted, worth, except);
      Noun noun = hidden.map(thing -> thing.noun).orElseGet(() -> Choose.one(worth, random));
      if (robot.search(noun, hidden.orElse(null), GoalPlanner.alternatives(words, worth))) {
        return hidden;
      }
      tried.add(noun);
      disappointments++;
    }
  }

  /** The same wish at another place of that name, where nobody has looked yet. */
  private Optional<Wanted> elsewhere(Wanted wanted, Spot looked) {
    return world.places.stream()
        .filter(Spot::opens)
        .filter(looked::sharesNameWith)
        .filter(spot -> !world.looked.contains(spot))
        .findFirst()
        .map(spot -> new Wanted(wanted.nouns(), Optional.of(spot)));
  }

  private Thing reach(Thing thing, List<Thing> equallyGood, boolean toTake) {
    if (isShutAway(thing.place)) {
      reachByPlace(thing, toTake);
      return thing;
    }
    Set<String> alternatives =
        equallyGood.stream()
            .filter(other -> !isShutAway(other.place))
            .map(other -> words.of("find", other.noun))
            .collect(Collectors.toSet());
    robot.find(thing, alternatives);
    return thing;
  }

  /** Whether another of its kind is known elsewhere, so that finding might lead to that one. */
  private boolean hasDouble(Thing thing) {
    return world.things.stream()
        .anyMatch(
            other ->
                other.noun.equals(thing.noun)
                    && other.seen
                    && other != world.held
                    && !other.place.equals(thing.place));
  }

  private void reachByPlace(Thing thing, boolean toTake) {
    lookInside(thing.place);
    if (!toTake) {
      robot.find(thing, Set.of());
    }
  }

  /** Goes to a place, and opens it where it opens: what is there shows. */
  private void lookInside(Spot place) {
    if (!robot.standsAt(place)) {
      robot.goTo(place);
    }
    if (place.opens() && !world.open.contains(place)) {
      robot.open(place);
    }
    world.looked.add(place);
  }

  private List<Thing> known(Wanted wanted, Set<Thing> except) {
    return world.things.stream()
        .filter(thing -> thing.seen && !except.contains(thing) && wanted.admits(thing))
        .toList();
  }

  private Optional<Thing> hidden(Wanted wanted, List<Noun> nouns, Set<Thing> except) {
    return Choose.any(
        world.things.stream()
            .filter(thing -> !thing.seen && !except.contains(thing) && wanted.admits(thing))
            .filter(thing -> nouns.contains(thing.noun))
            .toList(),
        random);
  }

  /** A place to look next: mostly one with a door, for what stands open a search has seen. */
  private Optional<Spot> unseen() {
    Set<String> known =
        world.scene().seen().stream().map(PlanPrompt.Seen::where).collect(Collectors.toSet());
    List<Spot> places =
        world.places.stream()
            .filter(place -> !world.looked.contains(place))
            .filter(place -> known.stream().noneMatch(where -> where.endsWith(" " + place.name())))
            .toList();
    List<Spot> shut = places.stream().filter(Spot::opens).toList();
    return Choose.any(
        !shut.isEmpty() && Choose.chance(BEHIND_DOORS, random) ? shut : places, random);
  }
}
