package io.souschef.app.bench;

import io.souschef.app.bench.measure.Measured;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PromptHistory;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Time of a decision over all skills of the kitchen, split into its parts. */
public final class DecisionBenchmark {

  private static final List<String> REQUESTS =
      List.of(
          "bring me a coke",
          "throw away the apple",
          "put the sponge on the far counter",
          "something to drink, please",
          "go to the table and then to the sink");

  /**
   * What a decision takes.
   *
   * @param skills candidates
   * @param ground grounding them
   * @param say scoring all of them for a prompt of one past step, prompt included
   * @param best the same for the best alone, as many as the scorer is set to be sure of
   * @param can valuing all of them
   * @param total ground, say and can together
   */
  public record Report(
      int skills, Measured ground, Measured say, Measured best, Measured can, Measured total) {}

  /**
   * Measures with a robot's own first observation.
   *
   * @param library skills that are grounded
   */
  public Report run(
      SkillLibrary library, Robot robot, UsefulnessScorer say, AffordanceFunction can, int runs) {
    Observation observation = robot.observe();
    List<GroundedSkill> skills = library.ground(robot.vocabulary(), observation);
    List<PlanPrompt> prompts = prompts(observation, skills);
    double[] values = can.values(observation, skills);
    AtomicInteger turn = new AtomicInteger();
    return new Report(
        skills.size(),
        Measured.of(3, runs, () -> library.ground(robot.vocabulary(), observation)),
        Measured.of(3, runs, () -> say.score(next(prompts, turn), skills)),
        Measured.of(3, runs, () -> say.best(next(prompts, turn), skills, values)),
        Measured.of(3, runs, () -> can.values(observation, skills)),
        Measured.of(
            3,
            runs,
            () -> {
              List<GroundedSkill> grounded = library.ground(robot.vocabulary(), observation);
              say.score(next(prompts, turn), grounded);
              can.values(observation, grounded);
            }));
  }

  private static List<PlanPrompt> prompts(Observation observation, List<GroundedSkill> skills) {
    GroundedSkill first = skills.get(0);
    List<PlanPrompt> prompts = new ArrayList<>();
    for (String request : REQUESTS) {
      PromptHistory history = new PromptHistory(request, PlanPrompt.Style.SCENE, observation);
      history.add(first, new SkillResult.Succeeded(1, ""), observation);
      prompts.add(history.prompt());
    }
    return prompts;
  }

  /** Another request each time, so that no cache holds the answer. */
  private static PlanPrompt next(List<PlanPrompt> prompts, AtomicInteger turn) {
    return prompts.get(Math.floorMod(turn.getAndIncrement(), prompts.size()));
  }
}
