package io.souschef.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.episode.Trace;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Sketches;
import io.souschef.skills.world.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SayCanPlannerTest {

  private final List<EpisodeEvent> events = new ArrayList<>();
  private final ScriptedRobot robot = new ScriptedRobot();
  private final List<PlanPrompt> prompts = new ArrayList<>();

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
  void aCanceledSkillEndsTheEpisode() {
    robot.results.add(new SkillResult.Canceled(1, "Stopped by the user"));
    assertThat(run(PlanPrompt.Style.PAPER, 5, List.of("find a coke", "done")).outcome())
        .isEqualTo(Outcome.CANCELED);
  }

  @Test
  void aBrokenWorldEndsTheEpisodeAsAnError() {
    robot.broken = true;
    EpisodeEvent.Ended ended = run(PlanPrompt.Style.PAPER, 5, List.of("find a coke", "done"));
    assertThat(ended.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ended.message()).contains("blew up");
  }

  @Test
  void aValueFunctionThatThrowsEndsTheEpisodeSayingWhy() {
    AffordanceFunction broken =
        valuing(
            (skill, earlier) -> {
              throw new IllegalStateException("no weights");
            });
    EpisodeEvent.Ended ended =
        planner(PlanPrompt.Style.PAPER, 5, List.of("done"), broken)
            .run(new Instruction("a coke please"), robot, Map.of(), events::add);
    assertThat(ended.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ended.message()).isEqualTo("IllegalStateException: no weights");
    assertThat(events.get(events.size() - 1)).isEqualTo(ended);
  }

  @Test
  void whatAListenerThrowsIsThrownOn() {
    assertThatThrownBy(
            () ->
                planner(PlanPrompt.Style.PAPER, 5, List.of("done"), valuing(skill -> 1.0))
                    .run(
                        new Instruction("a coke please"),
                        robot,
                        Map.of(),
                        event -> {
                          throw new IllegalStateException("disk full");
                        }))
        .hasMessage("disk full");
  }

  @Test
  void aModelThatFailsForGoodEndsTheEpisodeSayingWhy() {
    UsefulnessScorer gone =
        new UsefulnessScorer() {
          @Override
          public String name() {
            return "gone";
          }

          @Override
          public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
            throw new ScoringException("The server hung up");
          }

          @Override
          public void close() {}
        };
    EpisodeEvent.Ended ended =
        planner(new SayCanPlanner.Settings(PlanPrompt.Style.PAPER, 5), gone)
            .run(new Instruction("do it"), robot, Map.of(), events::add);
    assertThat(ended).isEqualTo(new EpisodeEvent.Ended(Outcome.ERROR, "The server hung up", 0));
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

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "bring\u0007me", "bring\nme a coke"})
  void anInstructionThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> new Instruction(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("The instruction");
  }

  @Test
  void anEndlessInstructionIsRefusedWithItsLength() {
    assertThatThrownBy(() -> new Instruction("x".repeat(100_000)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("100,000 characters");
  }

  private EpisodeEvent.Ended run(PlanPrompt.Style style, int limit, List<String> plan) {
    return planner(style, limit, plan, AffordanceFunction.none())
        .run(new Instruction("do it"), robot, Map.of(), events::add);
  }

  private SayCanPlanner planner(
      PlanPrompt.Style style, int limit, List<String> plan, AffordanceFunction can) {
    return new SayCanPlanner(
        SkillLibrary.standard(),
        new PlanReader(plan, prompts),
        can,
        new SayCanPlanner.Settings(style, limit),
        () -> 0L);
  }

  private static SayCanPlanner planner(SayCanPlanner.Settings settings, UsefulnessScorer say) {
    return new SayCanPlanner(
        SkillLibrary.standard(), say, AffordanceFunction.none(), settings, () -> 0L);
  }

  private static AffordanceFunction valuing(Function<GroundedSkill, Double> value) {
    return valuing((skill, earlier) -> value.apply(skill));
  }

  private static AffordanceFunction valuing(BiFunction<GroundedSkill, Attempts, Double> value) {
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
  private static class PlanReader implements UsefulnessScorer {
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

  private static final class ScriptedRobot implements Robot {
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
