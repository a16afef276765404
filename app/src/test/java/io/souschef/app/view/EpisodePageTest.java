package io.souschef.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpisodePageTest {

  private static final GroundedSkill FIND =
      new GroundedSkill("find", "find a <coke>", "find an object", Map.of("object", "coke"));
  private static final Candidate CANDIDATE = new Candidate(FIND, -0.5, 0.61, 0.83, 0.51);

  private static final List<EpisodeEvent> EVENTS =
      List.of(
          new EpisodeEvent.Started(
              "bring <b>me</b> a coke",
              "embedded",
              "learned",
              PlanPrompt.Style.SCENE,
              20,
              Map.of("seed", "7")),
          new EpisodeEvent.Decided(1, new Decision(CANDIDATE, List.of(CANDIDATE), 885)),
          new EpisodeEvent.SkillStarted(1, FIND),
          new EpisodeEvent.SkillEnded(
              1, FIND, new SkillResult.Failed(12, FailureReason.NOT_FOUND, "Saw no coke")),
          new EpisodeEvent.Timed(1, 1, 2, 3, 4),
          new EpisodeEvent.Ended(EpisodeEvent.Outcome.STEP_LIMIT, "Limit of 1 step", 1));

  @Test
  void aPageHoldsBarsFeedbackTimingsAndPictures() {
    String page =
        new EpisodePage()
            .render(
                EVENTS, List.of(Frame.of(1, "after 1", new byte[] {1, 2})), List.of("coke: table"));
    assertThat(page)
        .contains("width:61.0%", "width:83.0%", "Saw no coke", "say 2 ms", "data:image/png;base64,")
        .contains("coke: table", "Limit of 1 step", "best of 885 skills", "1 scored");
  }

  @Test
  void aStepOfAProgramIsNoChoiceAmongSkills() {
    List<EpisodeEvent> events = new ArrayList<>(EVENTS);
    events.set(1, new EpisodeEvent.Decided(1, new Decision(CANDIDATE, List.of(CANDIDATE), 1)));
    StringWriter text = new StringWriter();
    ConsoleView view = new ConsoleView(new PrintWriter(text), new Ink(false));
    events.forEach(view);
    assertThat(text.toString()).contains("Step 1", "0.51").doesNotContain("1 skills");
    assertThat(new EpisodePage().render(events, List.of(), List.of()))
        .contains("next on the way")
        .doesNotContain("1 skills");
  }

  @Test
  void wordsOfUsersNeverBecomeMarkup() {
    assertThat(new EpisodePage().render(EVENTS, List.of(), List.of()))
        .doesNotContain("<b>me</b>", "<coke>")
        .contains("bring &lt;b&gt;me&lt;/b&gt; a coke");
  }

  @Test
  void aPageNeedsNothingBesideIt() {
    assertThat(new EpisodePage().render(EVENTS, List.of(), List.of()))
        .doesNotContain("http://", "https://", "<script src", "<link");
  }

  @Test
  void theTerminalShowsCandidatesAndOutcome() {
    StringWriter text = new StringWriter();
    ConsoleView view = new ConsoleView(new PrintWriter(text), new Ink(false));
    EVENTS.forEach(view);
    assertThat(text.toString())
        .contains(
            "prompt scene · seed 7",
            "▶ find a <coke>",
            "0.61",
            "0.83",
            "0.51",
            "✗ Saw no coke",
            "1 of 885 skills scored")
        .doesNotContain("\u001b");
  }
}
