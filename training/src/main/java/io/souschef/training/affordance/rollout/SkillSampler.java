package io.souschef.training.affordance.rollout;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Draws skills to try: an action first, so that no template drowns the others by the number of its
 * arguments, and then mostly arguments that could make sense, because what is plainly impossible
 * teaches little.
 */
final class SkillSampler {

  private static final double HERE_SHARE = 0.55;
  private static final double KNOWN_SHARE = 0.25;

  /** Actions on the thing in the hand, when there is one. */
  private static final Set<String> ON_HELD =
      Set.of("put_down", "put", "place_upright", "move_near");

  /** Actions that begin with a drive of their own. */
  private static final Set<String> DRIVING = Set.of("find", "go_to", "bring");

  /** Actions that need something in the hand. */
  private static final Set<String> NEEDS_HELD = Set.of("put_down", "put", "bring", "wipe");

  /** Actions that need an empty hand. */
  private static final Set<String> NEEDS_EMPTY = Set.of("pick_up", "take_out", "knock_over");

  /** What is left of an action's weight while the hand is not as it needs it. */
  private static final double IN_VAIN = 0.25;

  /** How often an action is drawn, where not 1: rarely where its outcome hardly varies. */
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "done",
          0.15,
          "go_to",
          0.7,
          "bring",
          0.5,
          "wipe",
          0.6,
          "pick_up",
          2.5,
          "put",
          2.5,
          "find",
          1.5,
          "take_out",
          1.5);

  /**
   * How often a skill about a thing that was not seen yet is about one that is there: people mostly
   * ask for what is there, and the value of looking for it must say so.
   */
  private static final double PRESENT_SHARE = 0.75;

  private final RandomGenerator random;
  private final Set<String> kinds;

  /**
   * A sampler for one episode.
   *
   * @param kinds kinds of the things that are there
   */
  SkillSampler(RandomGenerator random, Set<String> kinds) {
    this.random = random;
    this.kinds = Set.copyOf(kinds);
  }

  /** Up to {@code count} different skills. */
  List<GroundedSkill> sample(Observation observation, List<GroundedSkill> candidates, int count) {
    Map<String, List<GroundedSkill>> byAction =
        candidates.stream()
            .collect(
                Collectors.groupingBy(GroundedSkill::action, TreeMap::new, Collectors.toList()));
    Set<GroundedSkill> drawn = new LinkedHashSet<>();
    for (int tries = 0; drawn.size() < count && tries < 10 * count; tries++) {
      String action = action(observation, byAction.keySet());
      drawn.add(one(observation, byAction.getOrDefault(action, candidates)));
    }
    return new ArrayList<>(drawn);
  }

  /** One skill of {@code choices}: often about what is here, sometimes about what is known. */
  GroundedSkill one(Observation observation, List<GroundedSkill> choices) {
    double draw = random.nextDouble();
    if (draw < HERE_SHARE + KNOWN_SHARE) {
      boolean here = draw < HERE_SHARE;
      List<GroundedSkill> sensible =
          choices.stream()
              .filter(skill -> isAboutKnown(observation, skill))
              .filter(skill -> !here || isAboutHere(observation, skill))
              .toList();
      if (!sensible.isEmpty()) {
        return any(sensible);
      }
    }
    if (random.nextDouble() < PRESENT_SHARE) {
      List<GroundedSkill> present =
          choices.stream()
              .filter(skill -> skill.object().filter(kinds::contains).isPresent())
              .toList();
      if (!present.isEmpty()) {
        return any(present);
      }
    }
    return any(choices);
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String action(Observation observation, Set<String> actions) {
    double sum = actions.stream().mapToDouble(action -> weight(observation, action)).sum();
    double draw = random.nextDouble(sum);
    String last = "";
    for (String action : actions) {
      last = action;
      draw -= weight(observation, action);
      if (draw < 0) {
        break;
      }
    }
    return last;
  }

  private static double weight(Observation observation, String action) {
    Set<String> inVain = observation.held().isPresent() ? NEEDS_EMPTY : NEEDS_HELD;
    return WEIGHTS.getOrDefault(action, 1.0) * (inVain.contains(action) ? IN_VAIN : 1);
  }

  private static boolean isAboutKnown(Observation observation, GroundedSkill skill) {
    String kind = skill.object().orElse(null);
    if (kind == null) {
      return true;
    }
    if (observation.held().isPresent() && ON_HELD.contains(skill.action())) {
      return observation.held().get().kind().equals(kind);
    }
    return observation.objectsOf(kind).findAny().isPresent();
  }

  /** Whether the place is where the robot stands, and the object too unless it is in the hand. */
  private static boolean isAboutHere(Observation observation, GroundedSkill skill) {
    if (DRIVING.contains(skill.action()) || observation.at().isEmpty()) {
      return true;
    }
    String here = observation.at().get();
    String kind = skill.object().orElse(null);
    boolean inHand =
        observation.held().filter(held -> held.kind().equals(kind)).isPresent()
            && ON_HELD.contains(skill.action());
    return skill.place().filter(place -> !place.equals(here)).isEmpty()
        && (kind == null
            || inHand
            || observation.objectsOf(kind).anyMatch(object -> isAt(object, here)));
  }

  private static boolean isAt(ObservedObject object, String place) {
    return object.place().filter(place::equals).isPresent();
  }
}
