package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.rule.Verdict;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.function.Consumer;

/**
 * A robot without physics: a feasible skill works exactly by its effects, an infeasible one fails
 * for the reason that physics would give. Its perception is perfect for what is in the open; what a
 * fridge or drawer holds it knows after standing before it open. Deterministic.
 *
 * <p>Thread: as {@link Robot} says.
 */
public final class IdealKitchen implements Robot {

  private final IdealWorld world;
  private final IdealEyes eyes = new IdealEyes();
  private final IdealFacts facts;
  private final SkillRules rules;
  private final IdealDisturbances disturbances;
  private final Vocabulary vocabulary;
  private double timeS;
  private volatile boolean stopped;
  private volatile boolean closed;

  /** A robot at the start of a scene that knows the default skills. */
  public IdealKitchen(Scene scene) {
    this(scene, SkillLibrary.standard());
  }

  /**
   * A robot at the start of a scene.
   *
   * @param library declares what skills need and do; one that it does not declare is rejected
   */
  public IdealKitchen(Scene scene, SkillLibrary library) {
    world = new IdealWorld(scene);
    facts = new IdealFacts(world, eyes);
    rules = new SkillRules(library);
    disturbances = new IdealDisturbances(scene.disturbances());
    vocabulary = scene.kitchen().vocabulary();
    eyes.look(world, timeS);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public Observation observe() {
    requireOpen();
    return eyes.observation(world, timeS);
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    requireOpen();
    requireKnown(skill);
    if (stopped) {
      return new SkillResult.Failed(0, FailureReason.REJECTED, "The emergency stop was pressed");
    }
    disturbances.before(skill.action(), timeS, world);
    eyes.look(world, timeS);
    double duration = rules.seconds(skill, facts);
    Verdict verdict = rules.apply(skill, facts);
    timeS += duration;
    eyes.look(world, timeS);
    progress.accept(new Progress(skill.action().replace('_', ' '), 1, duration));
    if (verdict instanceof Verdict.Impossible impossible) {
      return new SkillResult.Failed(duration, impossible.reason(), impossible.message());
    }
    return verdict.isPossible()
        ? new SkillResult.Succeeded(duration, "Done: " + skill.text())
        : new SkillResult.Failed(
            duration,
            FailureReason.REJECTED,
            "What '%s' does is not declared; add effects to its template in the skills file"
                .formatted(skill.action()));
  }

  /** The truth, for goals and reports. */
  public WorldState worldState() {
    return world.state();
  }

  /** What a picture shows now; there is no robot to draw. */
  public SceneView view() {
    return SceneView.of(world.state(), world.joints(), List.of());
  }

  /** Without effect: a skill takes no real time. */
  @Override
  public void cancel() {}

  @Override
  public void emergencyStop() {
    stopped = true;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The robot is closed");
    }
  }

  private void requireKnown(GroundedSkill skill) {
    skill
        .arguments()
        .forEach(
            (name, value) -> {
              boolean known =
                  vocabulary.kinds().stream().anyMatch(kind -> kind.noun().equals(value))
                      || vocabulary.places().stream().anyMatch(p -> p.name().equals(value));
              if (!known) {
                throw new IllegalArgumentException(
                    "The robot has no word '%s', argument '%s' of the skill '%s'"
                        .formatted(value, name, skill.text()));
              }
            });
  }
}
