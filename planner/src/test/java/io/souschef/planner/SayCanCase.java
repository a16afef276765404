package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Sketches;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** An episode of steps with a scripted model and a scripted robot. */
abstract class SayCanCase {

  final List<EpisodeEvent> events = new ArrayList<>();
  final ScriptedRobot robot = new ScriptedRobot();
  final List<PlanPrompt> prompts = new ArrayList<>();

  EpisodeEvent.Ended run(PlanPrompt.Style style, int limit, List<String> plan) {
    return planner(style, limit, plan, AffordanceFunction.none())
        .run(new Instruction("do it"), robot, Map.of(), events::add);
  }

  SayCanPlanner planner(
      PlanPrompt.Style style, int limit, List<String> plan, AffordanceFunction can) {
    return new SayCanPlanner(
        SkillLibrary.standard(),
        new PlanReader(plan, prompts),
        can,
        new SayCanPlanner.Settings(style, limit),
        () -> 0L);
  }

  static SayCanPlanner planner(SayCanPlanner.Settings settings, UsefulnessScorer say) {
    return new SayCanPlanner(
        SkillLibrary.standard(), say, AffordanceFunction.none(), settings, () -> 0L);
  }

  static AffordanceFunction valuing(Function<GroundedSkill, Double> value) {
    return valuing((skill, earlier) -> value.apply(skill));
  }

  static AffordanceFunction valuing(BiFunction<GroundedSkill, Attempts, Double> value) {
    return new AffordanceFunction() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public double[] values(
          Observation observation, Attempts earlier, List<GroundedSkill> skills) {
        return skills.stream().mapToDouble(skill -> value.apply(skill, earlier)).toArray();
      }

      @Override
      public void close() {}
    };
  }

  /** Finds the n-th skill of a plan most useful after n steps. */
  static class PlanReader implements UsefulnessScorer {
    private final List<String> plan;
    private final List<PlanPrompt> prompts;

    PlanReader(List<String> plan, List<PlanPrompt> prompts) {
      this.plan = plan;
      this.prompts = prompts;
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      prompts.add(prompt);
      String next = plan.get(Math.min(prompt.steps().size(), plan.size() - 1));
      return skills.stream().mapToDouble(s -> s.text().equals(next) ? -0.1 : -5).toArray();
    }

    @Override
    public void close() {}
  }

  static final class ScriptedRobot implements Robot {
    final List<String> executed = new ArrayList<>();
    final Deque<SkillResult> results = new ArrayDeque<>();
    final Deque<Observation> observations = new ArrayDeque<>();
    boolean broken;

    @Override
    public Vocabulary vocabulary() {
      return Sketches.vocabulary();
    }

    @Override
    public Observation observe() {
      return observations.size() > 1
          ? observations.remove()
          : observations.isEmpty() ? Sketches.observation() : observations.element();
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      if (broken) {
        throw new RobotException("The world blew up");
      }
      executed.add(skill.text());
      progress.accept(new Progress("working", 0.5, 1));
      return results.isEmpty() ? new SkillResult.Succeeded(2, "Fine") : results.remove();
    }

    @Override
    public void cancel() {}

    @Override
    public void emergencyStop() {}

    @Override
    public void close() {}
  }
}
