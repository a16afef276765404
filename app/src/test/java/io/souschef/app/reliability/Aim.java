package io.souschef.app.reliability;

import io.souschef.planner.search.WayFinder;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** An action to come to in a few skills, about a kind of thing and places that were drawn. */
final class Aim {

  private static final int MOST_SKILLS = 7;
  private static final WayFinder WAYS = new WayFinder(SkillTrials.LIBRARY);

  private final String action;
  private final Set<String> kinds = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private int skills;

  private Aim(String action) {
    this.action = action;
  }

  /** Draws what the action shall be about; of a kind that was seen, where there is one. */
  static Aim draw(String action, SimulatedRobot robot, Observation now, SplittableRandom random) {
    Vocabulary words = robot.vocabulary();
    Aim aim = new Aim(action);
    List<Vocabulary.Kind> fitting =
        words.kinds().stream()
            .filter(kind -> !action.equals("wipe") || kind.attributes().contains("absorbent"))
            .toList();
    Predicate<Vocabulary.Kind> seen =
        kind -> now.objects().stream().anyMatch(object -> object.kind().equals(kind.noun()));
    List<Vocabulary.Kind> known = fitting.stream().filter(seen).toList();
    List<Vocabulary.Kind> pool = known.isEmpty() ? fitting : known;
    // Only one action is about two things, and a search among fewer is far quicker.
    for (int i = 0; i < (action.equals("move_near") ? 2 : 1); i++) {
      aim.kinds.add(pool.get(random.nextInt(pool.size())).noun());
    }
    aim.places.add(words.places().get(random.nextInt(words.places().size())).name());
    List<Place> closable =
        words.places().stream().filter(place -> place.kind() == Place.Kind.CLOSABLE).toList();
    if (!closable.isEmpty()) {
      aim.places.add(closable.get(random.nextInt(closable.size())).name());
    }
    return aim;
  }

  /** Whether it was come to, or there was no coming to it. */
  boolean isOver() {
    return skills >= MOST_SKILLS;
  }

  void happened(GroundedSkill skill) {
    skills = skill.action().equals(action) ? MOST_SKILLS : skills + 1;
  }

  /** The next skill, by what the library declares; empty where no way leads there. */
  Optional<GroundedSkill> next(Vocabulary words, Observation now) {
    WorldSketch world = WorldSketch.of(now, words);
    Set<String> where = new HashSet<>(places);
    world.things().stream()
        .filter(thing -> kinds.contains(thing.kind()))
        .flatMap(thing -> thing.place().stream())
        .limit(3)
        .forEach(where::add);
    List<GroundedSkill> wanted =
        SkillTrials.LIBRARY.ground(words, now).stream()
            .filter(skill -> skill.action().equals(action))
            .filter(
                skill ->
                    skill.arguments().values().stream()
                        .allMatch(value -> kinds.contains(value) || where.contains(value)))
            .toList();
    Predicate<WorldSketch> reached = state -> wanted.stream().anyMatch(isPossible(state));
    return WAYS.find(words, now, world, new WayFinder.Scope(kinds, where, skill -> 0), reached)
        .flatMap(
            way ->
                way.skills().isEmpty()
                    ? wanted.stream().filter(isPossible(world)).findFirst()
                    : Optional.of(way.skills().get(0)));
  }

  private static Predicate<GroundedSkill> isPossible(WorldSketch state) {
    return skill -> SkillTrials.RULES.check(skill, state).isPossible();
  }
}
