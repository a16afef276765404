package io.souschef.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SayCanFailuresTest extends SayCanCase {

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
}
