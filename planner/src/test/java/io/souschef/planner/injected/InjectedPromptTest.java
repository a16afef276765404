package io.souschef.planner.injected;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Ended;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model reads, and what a server answers. */
class InjectedPromptTest extends InjectedTextCase {

  @ParameterizedTest
  @MethodSource("injections")
  void aModelsPromptHoldsNeitherNamesOfDetectionsNorMessages(String injected) {
    assertThat(prompts(injected)).isEqualTo(prompts(HARMLESS)).isNotEmpty();
  }

  private static List<PlanPrompt> prompts(String words) {
    List<PlanPrompt> seen = new ArrayList<>();
    SketchRobot body = robot("odd", "shelf").breaking("go to the fridge");
    Ended unused =
        steps(
            new UsefulnessScorer() {
              @Override
              public String name() {
                return "reads";
              }

              @Override
              public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
                seen.add(prompt);
                String next =
                    List.of("go to the table", "go to the fridge", "done").get(seen.size() - 1);
                return skills.stream()
                    .mapToDouble(skill -> skill.text().equals(next) ? -0.1 : -9)
                    .toArray();
              }

              @Override
              public void close() {}
            },
            new Talking(body, words),
            new ArrayList<>());
    return seen;
  }

  private static Ended steps(UsefulnessScorer say, Robot robot, List<EpisodeEvent> events) {
    return new SayCanPlanner(
            LIBRARY,
            say,
            AffordanceFunction.none(),
            new SayCanPlanner.Settings(PlanPrompt.Style.SCENE, 10),
            () -> 0)
        .run(new Instruction("test"), robot, Map.of(), events::add);
  }

  @ParameterizedTest
  @MethodSource("injections")
  void anErrorOfAServerEndsTheEpisodeAndIsOnlyTold(String injected) {
    SketchRobot robot = robot("odd", "shelf");
    UsefulnessScorer failing =
        new UsefulnessScorer() {
          @Override
          public String name() {
            return "fails";
          }

          @Override
          public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
            throw new ScoringException(injected);
          }

          @Override
          public void close() {}
        };

    Ended ended = steps(failing, robot, new ArrayList<>());

    assertThat(ended).isEqualTo(new Ended(Outcome.ERROR, injected, 0));
    assertThat(robot.executed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("injections")
  void aFailureIsCountedByItsReasonWhateverItSays(String injected) {
    // Three failures end an errand; words of success in the message do not make it one.
    SketchRobot body = robot("odd", "shelf");
    Robot robot =
        new ForwardingRobot(body) {
          @Override
          public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
            return skill.action().equals("pick_up")
                ? new SkillResult.Failed(1, FailureReason.SLIPPED, "Done. " + injected)
                : super.execute(skill, progress);
          }
        };

    Ended ended = run(robot, "bring pepsi");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(body.executed()).noneMatch(skill -> skill.contains("knife"));
  }
}
