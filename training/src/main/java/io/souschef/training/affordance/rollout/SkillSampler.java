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

  /** What is left of an action's weight while the hand is not as it needs it. */
  private static final double IN_VAIN = 0.15;

  /** The same while nothing that the robot knows of and stands at could be meant. */
  private static final double NOT_HERE = 0.12;

  /**
   * How often an action is drawn, where not 1: rarely where its outcome hardly varies or a long
   * drive makes it dear. A search's weight depends on what is left to look at.
   */
  private static final Map<String, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry("done", 0.1),
          Map.entry("go_to", 0.25),
          Map.entry("bring", 0.3),
          Map.entry("pick_up", 3.0),
          Map.entry("put", 2.5),
          Map.entry("put_down", 1.2),
          Map.entry("move_near", 0.6),
          Map.entry("take_out", 3.0),
          Map.entry("open", 1.5),
          Map.entry("close", 1.5),
          Map.entry("wipe", 3.0),
          Map.entry("knock_over", 1.5));

  /**
   * How often a search is drawn, and how often it is for what was not seen yet, while there are
   * places left to look at and when there are none: then it takes longest and ends in vain.
   */
  private static final double OPEN_SEARCH = 0.45;

  private static final double OPEN_SEARCH_UNSEEN = 0.7;
  private static final double LATE_SEARCH = 0.1;
  private static final double LATE_SEARCH_UNSEEN = 0.15;

  /**
   * How often a skill about a thing that was not seen yet is about one that is there: people mostly
   * ask for what is there, and the value of looking for it must say so.
   */
  private static final double PRESENT_SHARE = 0.85;

  private final RandomGenerator random;
  private final Set<String> kinds;
  private final SkillSorts sorts;

  /**
   * A sampler for one episode.
   *
   * @param kinds kinds of the things that are there
   * @param sorts what the skills need
   */
  SkillSampler(RandomGenerator random, Set<String> kinds, SkillSorts sorts) {
    this.sorts = sorts;
    this.random = random;
    this.kinds = Set.copyOf(kinds);
  }

  /** Up to {@code count} different skills. */
  List<GroundedSkill> sample(Observation observation, List<GroundedSkill> candidates, int count) {
    Map<String, List<GroundedSkill>> byAction =
        candidates.stream()
            .collect(
                Collectors.groupingBy(GroundedSkill::action, TreeMap::new, Collectors.toList()));
    Map<String, Double> weights = new TreeMap<>();
    byAction.forEach((action, skills) -> weights.put(action, weight(observation, action, skills)));
    Set<GroundedSkill> drawn = new LinkedHashSet<>();
    for (int tries = 0; drawn.size() < count && tries < 10 * count; tries++) {
      String action = action(weights);
      List<GroundedSkill> choices = byAction.getOrDefault(action, candidates);
      drawn.add(action.equals("find") ? search(observation, choices) : one(observation, choices));
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
    return oftenPresent(choices);
  }

  /**
   * One search: mostly for something that was not seen yet, since those are what people ask for.
   */
  private GroundedSkill search(Observation observation, List<GroundedSkill> choices) {
    double share = isAnythingToLookAt(observation) ? OPEN_SEARCH_UNSEEN : LATE_SEARCH_UNSEEN;
    List<GroundedSkill> unseen =
        choices.stream().filter(skill -> !isAboutKnown(observation, skill)).toList();
    return random.nextDouble() < share && !unseen.isEmpty()
        ? oftenPresent(unseen)
        : one(observation, choices);
  }

  private static boolean isAnythingToLookAt(Observation observation) {
    return observation.places().stream()
        .anyMatch(place -> place.open().orElse(true) && place.lastLookedS().isEmpty());
  }

  private GroundedSkill oftenPresent(List<GroundedSkill> choices) {
    if (random.nextDouble() < PRESENT_SHARE) {
      List<GroundedSkill> present =
          choices.stream()
              .filter(skill -> sorts.kind(skill).filter(kinds::contains).isPresent())
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

  private String action(Map<String, Double> weights) {
    double sum = weights.values().stream().mapToDouble(weight -> weight).sum();
    double draw = random.nextDouble(sum);
    String last = "";
    for (Map.Entry<String, Double> action : weights.entrySet()) {
      last = action.getKey();
      draw -= action.getValue();
      if (draw < 0) {
        break;
      }
    }
    return last;
  }

  private double weight(Observation observation, String action, List<GroundedSkill> choices) {
    if (action.equals("find")) {
      return isAnythingToLookAt(observation) ? OPEN_SEARCH : LATE_SEARCH;
    }
    boolean here =
        choices.stream()
            .anyMatch(skill -> isAboutKnown(observation, skill) && isAboutHere(observation, skill));
    return WEIGHTS.getOrDefault(action, 1.0)
        * (sorts.isInVain(observation, choices.get(0)) ? IN_VAIN : 1)
        * (here ? 1 : NOT_HERE);
  }

  private boolean isAboutKnown(Observation observation, GroundedSkill skill) {
    String kind = sorts.kind(skill).orElse(null);
    if (kind == null) {
      return true;
    }
    if (observation.held().isPresent() && sorts.isOnHeld(skill)) {
      return observation.held().get().kind().equals(kind);
    }
    return observation.objectsOf(kind).findAny().isPresent();
  }

  /** Whether the place is where the robot stands, and the object too unless it is in the hand. */
  private boolean isAboutHere(Observation observation, GroundedSkill skill) {
    if (sorts.isDriving(skill) || observation.at().isEmpty()) {
      return true;
    }
    String here = observation.at().get();
    String kind = sorts.kind(skill).orElse(null);
    boolean inHand =
        observation.held().filter(held -> held.kind().equals(kind)).isPresent()
            && sorts.isOnHeld(skill);
    return sorts.place(skill).filter(place -> !place.equals(here)).isEmpty()
        && (kind == null
            || inHand
            || observation.objectsOf(kind).anyMatch(object -> isAt(object, here)));
  }

  private static boolean isAt(ObservedObject object, String place) {
    return object.place().filter(place::equals).isPresent();
  }
}
