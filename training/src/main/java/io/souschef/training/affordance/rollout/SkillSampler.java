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

  private static final double SENSIBLE_SHARE = 0.75;

  /** Actions on the thing in the hand, when there is one. */
  private static final Set<String> ON_HELD =
      Set.of("put_down", "put", "place_upright", "move_near");

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

  private final RandomGenerator random;

  SkillSampler(RandomGenerator random) {
    this.random = random;
  }

  /** Up to {@code count} different skills. */
  List<GroundedSkill> sample(Observation observation, List<GroundedSkill> candidates, int count) {
    Map<String, List<GroundedSkill>> byAction =
        candidates.stream()
            .collect(
                Collectors.groupingBy(GroundedSkill::action, TreeMap::new, Collectors.toList()));
    Set<GroundedSkill> drawn = new LinkedHashSet<>();
    for (int tries = 0; drawn.size() < count && tries < 10 * count; tries++) {
      String action = action(byAction.keySet());
      drawn.add(one(observation, byAction.getOrDefault(action, candidates)));
    }
    return new ArrayList<>(drawn);
  }

  /** One skill of {@code choices}, mostly a sensible one. */
  GroundedSkill one(Observation observation, List<GroundedSkill> choices) {
    if (random.nextDouble() < SENSIBLE_SHARE) {
      List<GroundedSkill> sensible =
          choices.stream().filter(skill -> isSensible(observation, skill)).toList();
      if (!sensible.isEmpty()) {
        return any(sensible);
      }
    }
    return any(choices);
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String action(Set<String> actions) {
    double sum = actions.stream().mapToDouble(SkillSampler::weight).sum();
    double draw = random.nextDouble(sum);
    String last = "";
    for (String action : actions) {
      last = action;
      draw -= weight(action);
      if (draw < 0) {
        break;
      }
    }
    return last;
  }

  private static double weight(String action) {
    return WEIGHTS.getOrDefault(action, 1.0);
  }

  private static boolean isSensible(Observation observation, GroundedSkill skill) {
    String kind = skill.object().orElse(null);
    if (kind == null) {
      return true;
    }
    if (observation.held().isPresent() && ON_HELD.contains(skill.action())) {
      return observation.held().get().kind().equals(kind);
    }
    String from = skill.action().equals("take_out") ? skill.place().orElse(null) : null;
    return observation.objectsOf(kind).anyMatch(object -> from == null || isAt(object, from));
  }

  private static boolean isAt(ObservedObject object, String place) {
    return object.place().filter(place::equals).isPresent();
  }
}
