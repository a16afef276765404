package io.souschef.planner.search;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.rule.Verdict;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest way to something wanted by uniform-cost search over what skills declare, in
 * copies of what is believed. Cost is expected robot time; a skill that failed lately costs more.
 * Stateless and safe to share.
 */
public final class WayFinder {

  /** States that are looked at before a search gives up. */
  private static final int MOST_STATES = 1_500;

  /**
   * The action of looking for a kind everywhere, more thoroughly than by a glance at each place.
   */
  private static final String SEARCHING = "find";

  /** What an earlier failure adds to the expected time of a skill, seconds. */
  private static final double SECONDS_A_FAILURE = 60;

  private final SkillLibrary library;
  private final SkillRules rules;
  private final Guard guard;

  public WayFinder(SkillLibrary library) {
    this(library, new SkillRules(library), Guard.NONE);
  }

  private WayFinder(SkillLibrary library, SkillRules rules, Guard guard) {
    this.library = library;
    this.rules = rules;
    this.guard = guard;
  }

  /** The same, on ways that a robot's guard allows from end to end. */
  public WayFinder within(Guard limits) {
    return new WayFinder(library, rules, limits);
  }

  /**
   * Why there is no way where there would be one without the guard: the words of the rule that it
   * meets first; empty where there is none without it either.
   */
  public Optional<String> objection(
      Vocabulary vocabulary,
      Observation observation,
      WorldSketch start,
      Scope scope,
      Predicate<WorldSketch> wanted) {
    if (!isGuarded()) {
      return Optional.empty();
    }
    return within(Guard.NONE)
        .find(vocabulary, observation, start, scope, wanted)
        .flatMap(way -> objection(way, start));
  }

  private Optional<String> objection(Way way, WorldSketch start) {
    WorldSketch now = start.copy();
    for (GroundedSkill skill : way.skills()) {
      Optional<String> objection = guard.objection(skill, now);
      if (objection.isPresent()) {
        return objection;
      }
      Verdict unused = rules.apply(skill, now);
    }
    return Optional.empty();
  }

  /**
   * What a search may use.
   *
   * @param kinds kinds of things that skills may be about
   * @param places places that skills may be about
   * @param failures how often a skill failed lately; one that is not to be tried any more is
   *     infinite
   */
  public record Scope(
      Set<String> kinds, Set<String> places, ToIntFunction<GroundedSkill> failures) {

    /** How often at most a skill may have failed to be used at all. */
    static final int SPENT = 3;

    public Scope {
      kinds = Set.copyOf(kinds);
      places = Set.copyOf(places);
    }

    private boolean admits(GroundedSkill skill) {
      return !skill.isDone() && failures.applyAsInt(skill) < SPENT;
    }

    /** The words that skills are grounded over: those of the scope alone. */
    private Vocabulary of(Vocabulary all) {
      return new Vocabulary(
          all.kinds().stream().filter(kind -> kinds.contains(kind.noun())).toList(),
          all.places().stream().filter(place -> places.contains(place.name())).toList());
    }
  }

  private record Node(
      WorldSketch world, double cost, @Nullable Node before, @Nullable GroundedSkill by) {

    Way way() {
      List<Way.Move> moves = new ArrayList<>();
      Node node = this;
      Node earlier = before;
      while (earlier != null && node.by() != null) {
        moves.add(0, new Way.Move(node.by(), node.cost() - earlier.cost(), earlier.world()));
        node = earlier;
        earlier = node.before();
      }
      return new Way(moves, world);
    }
  }

  /** Whether there is anything that the robot will not do. */
  public boolean isGuarded() {
    return guard != Guard.NONE;
  }

  /** Why the guard does not allow a skill now. */
  public Optional<String> objection(GroundedSkill skill, WorldSketch now) {
    return guard.objection(skill, now);
  }

  /** The robot's own way of searching for a kind, where its library has one. */
  public Optional<GroundedSkill> searching(
      String kind, Vocabulary vocabulary, Observation observation) {
    Scope scope = new Scope(Set.of(kind), Set.of(), skill -> 0);
    return library.ground(scope.of(vocabulary), observation).stream()
        .filter(skill -> skill.action().equals(SEARCHING))
        .findFirst();
  }

  /** The cheapest way; empty where none is found. */
  public Optional<Way> find(
      Vocabulary vocabulary,
      Observation observation,
      WorldSketch start,
      Scope scope,
      Predicate<WorldSketch> wanted) {
    List<GroundedSkill> skills =
        library.ground(scope.of(vocabulary), observation).stream().filter(scope::admits).toList();
    PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(Node::cost));
    Map<WorldSketch, Double> seen = new HashMap<>();
    open.add(new Node(start, 0, null, null));
    seen.put(start, 0.0);
    for (int states = 0; !open.isEmpty() && states < MOST_STATES; states++) {
      Node node = open.remove();
      if (wanted.test(node.world())) {
        return Optional.of(node.way());
      }
      if (node.cost() > seen.getOrDefault(node.world(), Double.MAX_VALUE)) {
        continue;
      }
      for (GroundedSkill skill : skills) {
        WorldSketch after = node.world().copy();
        if (!rules.apply(skill, after).isPossible()
            || guard.objection(skill, node.world()).isPresent()) {
          continue;
        }
        double cost =
            node.cost()
                + rules.seconds(skill, node.world())
                + SECONDS_A_FAILURE * scope.failures().applyAsInt(skill);
        if (cost < seen.getOrDefault(after, Double.MAX_VALUE)) {
          seen.put(after, cost);
          open.add(new Node(after, cost, node, skill));
        }
      }
    }
    return Optional.empty();
  }
}
