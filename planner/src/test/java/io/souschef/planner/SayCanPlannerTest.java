package io.souschef.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.episode.Trace;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Sketches;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SayCanPlannerTest extends SayCanCase {

  @Test
  void usefulTimesFeasibleIsExecutedUntilDone() {
    EpisodeEvent.Ended ended =
        run(
            PlanPrompt.Style.PAPER,
            8,
            List.of("find a coke", "pick up the coke", "bring it to you", "done"));
    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.executed)
        .containsExactly("find a coke", "pick up the coke", "bring it to you");
  }

  @Test
  void anInfeasibleSkillIsNotChosenHoweverUseful() {
    AffordanceFunction appleOnly = valuing(skill -> skill.text().contains("coke") ? 0.0 : 1.0);
    planner(PlanPrompt.Style.PAPER, 1, List.of("find a coke"), appleOnly)
        .run(new Instruction("a coke please"), robot, Map.of(), events::add);
    assertThat(robot.executed).hasSize(1).doesNotContain("find a coke");
  }

  @Test
  void theValueFunctionIsToldWhatFailedBefore() {
    robot.results.add(new SkillResult.Failed(3, FailureReason.SLIPPED, "It slipped"));
    AffordanceFunction once =
        valuing((skill, earlier) -> earlier.of(skill).isPresent() ? 0.0 : 1.0);
    planner(PlanPrompt.Style.PAPER, 2, List.of("find a coke", "find a coke"), once)
        .run(new Instruction("a coke please"), robot, Map.of(), events::add);
    assertThat(robot.executed).hasSize(2).startsWith("find a coke");
    assertThat(robot.executed.get(1)).isNotEqualTo("find a coke");
  }

  @Test
  void theStepLimitEndsAnEpisodeThatNeverSaysDone() {
    EpisodeEvent.Ended ended =
        run(PlanPrompt.Style.PAPER, 2, List.of("find a coke", "find a coke", "find a coke"));
    assertThat(ended.outcome()).isEqualTo(Outcome.STEP_LIMIT);
    assertThat(ended.steps()).isEqualTo(2);
    assertThat(ended.message()).contains("2 steps").contains("--steps");
  }

  @Test
  void aFailureIsToldInASceneStylePrompt() {
    robot.results.add(new SkillResult.Failed(3, FailureReason.NOT_FOUND, "Looked everywhere"));
    run(PlanPrompt.Style.SCENE, 5, List.of("find a coke", "done"));
    assertThat(prompts.get(1).steps()).hasSize(1);
    assertThat(prompts.get(1).steps().get(0).failure()).contains("not found");
  }

  @Test
  void aPaperStylePromptTellsOnlyTheSteps() {
    robot.results.add(new SkillResult.Failed(3, FailureReason.NOT_FOUND, "Looked everywhere"));
    run(PlanPrompt.Style.PAPER, 5, List.of("find a coke", "done"));
    assertThat(prompts.get(1).scene()).isEmpty();
    assertThat(prompts.get(1).steps().get(0).failure()).isEmpty();
  }

  @Test
  void onlyNewlySightedObjectsAreTold() {
    ObservedObject coke = Sketches.object("coke-1", "coke", Sketches.TABLE);
    robot.observations.add(Sketches.observation());
    robot.observations.add(Sketches.observation(coke));
    robot.observations.add(Sketches.observation(coke));
    run(PlanPrompt.Style.SCENE, 5, List.of("go to the table", "find a coke", "done"));
    assertThat(prompts.get(2).steps().get(0).seen())
        .containsExactly(new PlanPrompt.Seen("coke", "on the table"));
    assertThat(prompts.get(2).steps().get(1).seen()).isEmpty();
  }

  @Test
  void askingForTheBestAloneDecidesAmongThoseThatWereScored() {
    UsefulnessScorer two =
        new PlanReader(List.of("find a coke", "done"), prompts) {
          @Override
          public List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
            return super.best(prompt, skills, can).stream()
                .filter(scored -> scored.index() == 0 || scored.logSay() > -1)
                .toList();
          }
        };
    planner(
            new SayCanPlanner.Settings(
                PlanPrompt.Style.PAPER, 5, SayCanPlanner.Settings.Scores.BEST),
            two)
        .run(new Instruction("do it"), robot, Map.of(), events::add);
    assertThat(robot.executed).containsExactly("find a coke");
    assertThat(events)
        .filteredOn(EpisodeEvent.Decided.class::isInstance)
        .extracting(event -> ((EpisodeEvent.Decided) event).decision())
        .allSatisfy(
            decision -> {
              assertThat(decision.candidates()).hasSizeBetween(1, 2);
              assertThat(decision.skills()).isGreaterThan(2);
            });
  }

  @Test
  void aTraceTellsTheWholeEpisodeAgain(@TempDir Path folder) {
    Path file = folder.resolve("trace.jsonl");
    robot.observations.add(
        Sketches.holding(
            Sketches.observation(Sketches.object("coke-1", "coke", Sketches.TABLE)),
            Sketches.object("apple-1", "apple", Sketches.TABLE)));
    robot.results.add(new SkillResult.Failed(3, FailureReason.HAND_FULL, "Holds an apple"));
    try (Trace trace = Trace.create(file)) {
      planner(
              PlanPrompt.Style.SCENE,
              5,
              List.of("pick up the coke", "done"),
              AffordanceFunction.none())
          .run(
              new Instruction("a coke"),
              robot,
              Map.of("seed", "7"),
              event -> {
                events.add(event);
                trace.accept(event);
              });
    }
    assertThat(Trace.read(file)).isEqualTo(events);
  }
}
