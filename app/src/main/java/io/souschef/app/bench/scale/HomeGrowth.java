package io.souschef.app.bench.scale;

import io.souschef.app.bench.measure.Measured;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PromptHistory;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a home costs that has more and more in it: reading its file, grounding the skills, deciding
 * for one of them, and fetching a thing from its farthest table. Processor time of the calling
 * thread; the models must run on it alone.
 */
final class HomeGrowth {

  private static final int DECISIONS = 5;

  private final SkillLibrary library;
  private final UsefulnessScorer say;
  private final AffordanceFunction can;

  /**
   * One home.
   *
   * @param skills candidates of a decision
   * @param readMs its file, its scene and its world, once
   * @param groundMs grounding all skills
   * @param bestMs the likeliest skill, weighed with what can be done, prompt new
   * @param canMs how likely each would work
   * @param observeMs an observation
   * @param fetchS fetching a thing from the farthest table, seconds
   * @param robotS the same in robot time, seconds
   */
  record Row(
      BigHome home,
      int skills,
      double readMs,
      double groundMs,
      double bestMs,
      double canMs,
      double observeMs,
      double fetchS,
      double robotS) {}

  HomeGrowth(SkillLibrary library, UsefulnessScorer say, AffordanceFunction can) {
    this.library = library;
    this.say = say;
    this.can = can;
  }

  Row row(BigHome home) {
    long began = cpu();
    Scene scene = home.scene();
    try (SimulatedRobot robot = new SimulatedRobot(scene, 1)) {
      final double readMs = (cpu() - began) / 1e6;
      Observation now = robot.observe();
      List<GroundedSkill> skills = library.ground(robot.vocabulary(), now);
      double[] values = can.values(now, skills);
      final double groundMs = median(() -> library.ground(robot.vocabulary(), now));
      int[] turn = {0};
      final double bestMs = median(() -> say.best(prompt(turn[0]++, now), skills, values));
      final double canMs = median(() -> can.values(now, skills));
      final double observeMs = median(robot::observe);
      long fetching = cpu();
      double robotS = fetch(home, robot);
      return new Row(
          home,
          skills.size(),
          readMs,
          groundMs,
          bestMs,
          canMs,
          observeMs,
          (cpu() - fetching) / 1e9,
          robotS);
    }
  }

  /** Another request each time, so that none is known. */
  private static PlanPrompt prompt(int turn, Observation now) {
    return new PromptHistory("bring me a " + BigHome.noun(turn), PlanPrompt.Style.SCENE, now)
        .prompt();
  }

  /** Robot time of the fetch, seconds; NaN when it failed. */
  private double fetch(BigHome home, SimulatedRobot robot) {
    int last = Math.min(home.tables(), home.things()) - 1;
    String thing = BigHome.noun(last % home.kinds());
    double robotS = 0;
    for (String text :
        List.of(
            "go to the " + BigHome.table(last),
            "find a " + thing,
            "pick up the " + thing,
            "bring it to you")) {
      SkillResult result =
          library
              .parse(text, robot.vocabulary(), robot.observe())
              .map(skill -> robot.execute(skill, progress -> {}))
              .orElseThrow(() -> new IllegalStateException("no skill '%s'".formatted(text)));
      robotS += result.succeeded() ? result.durationS() : Double.NaN;
    }
    return robotS;
  }

  private static double median(Runnable action) {
    return Measured.of(1, DECISIONS, HomeGrowth::cpu, action).p50Ms();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
