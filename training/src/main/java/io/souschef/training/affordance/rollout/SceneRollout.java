package io.souschef.training.affordance.rollout;

import static java.util.stream.Collectors.toCollection;

import io.souschef.models.affordance.AnalyticAffordance;
import io.souschef.models.affordance.EncodedSkills;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.affordance.ObservationEncoder;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One episode: at each state several skills are tried, each in a copy of the world, and then the
 * episode goes on with one of them, so that later states are mid-task, with a full hand, with open
 * drawers and with what earlier failures left behind.
 */
final class SceneRollout {

  /** How often one of the skills of a state is one that failed before, where there are some. */
  private static final double AGAIN_SHARE = 0.6;

  private final RolloutWorld world;
  private final Robot robot;
  private final SkillLibrary library;
  private final RolloutOptions options;
  private final BehaviorPolicy policy;
  private final SkillSampler sampler;
  private final RandomGenerator random;
  private final ObservationEncoder encoder = new ObservationEncoder();
  private final AnalyticAffordance analytic;
  private final List<RolloutRow> rows = new ArrayList<>();

  SceneRollout(
      RolloutWorld world, SkillLibrary library, RandomGenerator random, RolloutOptions options) {
    this.world = world;
    this.robot = world.robot();
    this.library = library;
    this.options = options;
    this.random = random;
    this.analytic = new AnalyticAffordance(library);
    SkillSorts sorts = new SkillSorts(library, robot.vocabulary());
    this.sampler = new SkillSampler(random, world.kinds(), sorts);
    this.policy = new BehaviorPolicy(random, sampler, sorts.cleaning());
  }

  List<RolloutRow> run() {
    Attempts attempts = Attempts.none();
    for (int state = 0; state < options.statesPerScene(); state++) {
      Observation observation = robot.observe();
      List<GroundedSkill> candidates = library.ground(robot.vocabulary(), observation);
      GroundedSkill next = policy.next(observation, candidates);
      List<GroundedSkill> tried = others(next, observation, attempts, candidates);
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
      record(observation, attempts, tried, results);
      attempts = attempts.and(next, result);
      if (!isPhysical(result)) {
        break; // the world is no longer one to go on in
      }
    }
    return rows;
  }

  /**
   * Skills to try beside the next one; often one that failed before, because whether another try is
   * worth while must be learned too.
   */
  private List<GroundedSkill> others(
      GroundedSkill next,
      Observation observation,
      Attempts attempts,
      List<GroundedSkill> candidates) {
    Set<GroundedSkill> others = new LinkedHashSet<>();
    List<GroundedSkill> failed =
        candidates.stream().filter(skill -> attempts.of(skill).isPresent()).toList();
    if (!failed.isEmpty() && random.nextDouble() < AGAIN_SHARE) {
      others.add(sampler.any(failed));
    }
    others.addAll(sampler.sample(observation, candidates, options.skillsPerState()));
    others.remove(next);
    return others.stream()
        .limit(options.skillsPerState() - 1)
        .collect(toCollection(ArrayList::new));
  }

  private void record(
      Observation observation,
      Attempts attempts,
      List<GroundedSkill> skills,
      List<SkillResult> results) {
    EncodedSkills encoded = encoder.encode(observation, attempts, skills);
    double[] baseline = analytic.values(observation, attempts, skills);
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
