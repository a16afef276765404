package io.souschef.models.affordance;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.effect.condition.HandCondition;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.effect.condition.PlaceCondition;
import io.souschef.skills.effect.condition.RobotCondition;
import io.souschef.skills.effect.condition.ThingCondition;
import io.souschef.skills.effect.condition.ThingCondition.Quality;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.rule.Rule;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.rule.Verdict;
import io.souschef.skills.world.Observation;
import java.util.List;
import java.util.Optional;

/**
 * A value function by what skills declare: the baseline that the learned one is measured against,
 * and what {@code --affordance analytic} runs. A skill whose needs do not hold is worth nearly
 * nothing, one that changes much a little less than one that changes little. One about which
 * nothing is declared gets an even chance.
 */
public final class AnalyticAffordance implements AffordanceFunction {

  private static final double SURE = 0.97;
  private static final double LIKELY = 0.85;
  private static final double EVEN = 0.5;
  private static final double UNLIKELY = 0.1;
  private static final double NEVER = 0.01;

  private final SkillRules rules;

  /** By what the default skills declare. */
  public AnalyticAffordance() {
    this(SkillLibrary.standard());
  }

  public AnalyticAffordance(SkillLibrary library) {
    rules = new SkillRules(library);
  }

  @Override
  public String name() {
    return "analytic";
  }

  @Override
  public double[] values(Observation observation, Attempts earlier, List<GroundedSkill> skills) {
    WorldSketch now = WorldSketch.of(observation);
    return skills.stream().mapToDouble(skill -> value(now, observation, skill)).toArray();
  }

  private double value(WorldSketch now, Observation observation, GroundedSkill skill) {
    Optional<Rule> rule = rules.rule(skill);
    if (rule.isEmpty()) {
      return EVEN;
    }
    Verdict verdict = rule.get().check(now);
    if (verdict instanceof Verdict.Possible possible) {
      double value = 1;
      for (Condition effect : rule.get().declaration().effects().all()) {
        value *= chance(effect, now, possible.meaning());
      }
      return Math.min(value, SURE);
    }
    boolean isSearch =
        verdict instanceof Verdict.Impossible impossible
            && impossible.need().condition() instanceof ThingCondition.Has has
            && has.quality() == Quality.IN_THE_OPEN;
    return isSearch ? unseen(observation) : NEVER;
  }

  /** That it is somewhere where nobody looked yet. */
  private static double unseen(Observation now) {
    long unseen = now.places().stream().filter(p -> p.lastLookedS().isEmpty()).count();
    return UNLIKELY + EVEN * unseen / Math.max(1, now.places().size());
  }

  /** How likely the body brings an effect about. */
  private static double chance(Condition effect, WorldSketch now, Meaning meaning) {
    if (effect instanceof RobotCondition
        || effect instanceof HandCondition.Empty
        || effect.holds(now, meaning)) {
      return 1;
    }
    return effect instanceof PlaceCondition.Clean ? EVEN : LIKELY;
  }

  @Override
  public void close() {}
}
