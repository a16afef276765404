package io.souschef.training.affordance.rollout;

import io.souschef.models.affordance.AnalyticAffordance;
import io.souschef.models.affordance.EncodedSkills;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.affordance.ObservationEncoder;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One episode: at each state several skills are tried, each in a copy of the world, and then the
 * episode goes on with one of them, so that later states are mid-task, with a full hand, with open
 * drawers and with what earlier failures left behind.
 */
final class SceneRollout {

  private final RolloutWorld world;
  private final Robot robot;
  private final SkillLibrary library;
  private final RolloutOptions options;
  private final BehaviorPolicy policy;
  private final SkillSampler sampler;
  private final ObservationEncoder encoder = new ObservationEncoder();
  private final AnalyticAffordance analytic = new AnalyticAffordance();
  private final List<RolloutRow> rows = new ArrayList<>();

  SceneRollout(
      RolloutWorld world, SkillLibrary library, RandomGenerator random, RolloutOptions options) {
    this.world = world;
    this.robot = world.robot();
    this.library = library;
    this.options = options;
    this.sampler = new SkillSampler(random, world.kinds());
    this.policy = new BehaviorPolicy(random, sampler);
  }

  List<RolloutRow> run() {
    for (int state = 0; state < options.statesPerScene(); state++) {
      Observation observation = robot.observe();
      List<GroundedSkill> candidates = library.ground(robot.vocabulary(), observation);
      GroundedSkill next = policy.next(observation, candidates);
      List<GroundedSkill> tried = sampler.sample(observation, candidates, options.skillsPerState());
      tried.remove(next);
      tried = tried.subList(0, Math.min(tried.size(), options.skillsPerState() - 1));
      List<SkillResult> results = new ArrayList<>();
      for (GroundedSkill skill : tried) {
        try (RolloutWorld copy = world.fork()) {
          results.add(copy.robot().execute(skill, progress -> {}));
        }
      }
      SkillResult result = robot.execute(next, progress -> {});
      policy.learn(next, result);
      tried.add(next);
      results.add(result);
      record(observation, tried, results);
      if (!isPhysical(result)) {
        break; // the world is no longer one to go on in
      }
    }
    return rows;
  }

  private void record(
      Observation observation, List<GroundedSkill> skills, List<SkillResult> results) {
    EncodedSkills encoded = encoder.encode(observation, skills);
    double[] baseline = analytic.values(observation, skills);
    for (int i = 0; i < skills.size(); i++) {
      SkillResult result = results.get(i);
      if (!isPhysical(result)) {
        continue;
      }
      int from = i * FeatureLayout.WIDTH;
      rows.add(
          new RolloutRow(
              Arrays.copyOfRange(encoded.features(), from, from + FeatureLayout.WIDTH),
              skills.get(i).action(),
              skills.get(i).wording(),
              encoded.texts().get(encoded.object()[i]),
              encoded.texts().get(encoded.place()[i]),
              result.succeeded(),
              result instanceof SkillResult.Failed failed
                  ? Optional.of(failed.reason())
                  : Optional.empty(),
              (float) result.durationS(),
              (float) baseline[i],
              i == skills.size() - 1));
    }
  }

  /** A canceled skill or a fault of the machine says nothing about the skill. */
  private static boolean isPhysical(SkillResult result) {
    return result.succeeded()
        || (result instanceof SkillResult.Failed failed
            && failed.reason() != FailureReason.ROBOT_FAULT);
  }
}
