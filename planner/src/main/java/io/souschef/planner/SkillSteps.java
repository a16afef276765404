package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.agenda.Chances;
import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Expectation;
import io.souschef.planner.belief.Memory;
import io.souschef.planner.belief.Names;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EarlyEnd;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.text.Counted;
import io.souschef.skills.world.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The skills of an episode, one after the other: each is valued, told, executed and remembered.
 * Used by one thread.
 */
final class SkillSteps {

  private final AffordanceFunction can;
  private final LongSupplier nanoClock;
  private final Robot robot;
  private final int limit;
  private final Consumer<EpisodeEvent> listener;
  private final Memory memory = new Memory();
  private Observation observation;
  private Attempts attempts = Attempts.none();
  private int taken;
  private long thoughtNanos;

  /** How sure it is that this is meant: certain of a person's own program. */
  private double say = 1;

  SkillSteps(
      AffordanceFunction can,
      LongSupplier nanoClock,
      Robot robot,
      int limit,
      Consumer<EpisodeEvent> listener) {
    this.can = can;
    this.nanoClock = nanoClock;
    this.robot = robot;
    this.limit = limit;
    this.listener = listener;
    this.observation = robot.observe();
  }

  /**
   * A skill that may be executed now.
   *
   * @param value how likely it succeeds, in [0, 1]
   * @param valuedMs how long it took to say so
   */
  record Valued(GroundedSkill skill, double value, double valuedMs) {}

  /** Says how sure it is that what is executed from now on is meant, in [0, 1]. */
  void goBy(double probability) {
    say = Math.min(1, probability);
  }

  /** How many were executed. */
  int taken() {
    return taken;
  }

  /** What failed before. */
  Attempts attempts() {
    return attempts;
  }

  Memory memory() {
    return memory;
  }

  /** As things are after the last. */
  Observation observation() {
    return observation;
  }

  /** Thinks about what is next; how long that takes is told with the next skill. */
  <T> T thinking(Supplier<T> thought) {
    long start = nanoClock.getAsLong();
    T result = thought.get();
    thoughtNanos += nanoClock.getAsLong() - start;
    return result;
  }

  Valued value(GroundedSkill skill) {
    long start = nanoClock.getAsLong();
    double value = AffordanceFunction.checked(can, observation, attempts, List.of(skill))[0];
    return new Valued(skill, value, (nanoClock.getAsLong() - start) / 1e6);
  }

  /** How likely skills succeed in worlds that are only thought of, for thinking about one order. */
  Chances chances() {
    Map<List<Object>, Double> known = new HashMap<>();
    return (skill, world) ->
        known.computeIfAbsent(
            List.of(skill, world.robotAt(), world.held().map(Thing::id)),
            key -> {
              Observation thought = Expectation.of(world, observation, observation.timeS());
              return AffordanceFunction.checked(can, thought, attempts, List.of(skill))[0];
            });
  }

  SkillResult execute(GroundedSkill skill) {
    return execute(value(skill));
  }

  /**
   * Executes a skill that was valued as things are now.
   *
   * @throws EarlyEnd at the limit of steps, and when the skill was canceled
   */
  SkillResult execute(Valued next) {
    Candidate chosen =
        new Candidate(
            next.skill(), Math.log(Math.max(say, 1e-300)), say, next.value(), say * next.value());
    return execute(new Decision(chosen, List.of(chosen), 1), 0, next.valuedMs());
  }

  /**
   * Executes the skill of a decision that was made as things are now.
   *
   * @param sayMs how long it took to score usefulness
   * @param canMs how long it took to score feasibility
   * @throws EarlyEnd at the limit of steps, and when the skill was canceled
   */
  SkillResult execute(Decision decision, double sayMs, double canMs) {
    GroundedSkill skill = decision.chosen().skill();
    int step = taken + 1;
    if (step > limit) {
      throw new EarlyEnd(
          new EpisodeEvent.Ended(
              Outcome.STEP_LIMIT,
              "The limit of %s was reached before done; raise --steps"
                  .formatted(Counted.of(limit, "step")),
              taken));
    }
    listener.accept(new EpisodeEvent.Observed(step, observation));
    listener.accept(new EpisodeEvent.Decided(step, decision));
    listener.accept(new EpisodeEvent.SkillStarted(step, skill));
    long start = nanoClock.getAsLong();
    SkillResult result =
        robot.execute(
            skill, progress -> listener.accept(new EpisodeEvent.SkillProgressed(step, progress)));
    taken = step;
    listener.accept(new EpisodeEvent.SkillEnded(step, skill, result));
    listener.accept(
        new EpisodeEvent.Timed(
            step, thoughtNanos / 1e6, sayMs, canMs, (nanoClock.getAsLong() - start) / 1e6));
    thoughtNanos = 0;
    if (result instanceof SkillResult.Canceled) {
      throw new EarlyEnd(new EpisodeEvent.Ended(Outcome.CANCELED, result.message(), taken));
    }
    memory.note(skill, result);
    attempts = attempts.and(skill, result);
    observation = robot.observe();
    return result;
  }

  /** What the robot takes to be so now. */
  Belief belief(Names names) {
    return new Belief(names, observation(), memory());
  }
}
