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
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleViewTest {

  private static String shown(Ink ink, String words) {
    GroundedSkill skill = new GroundedSkill("find", words, words, Map.of());
    Candidate candidate = new Candidate(skill, -0.5, 0.61, 0.83, 0.51);
    StringWriter out = new StringWriter();
    ConsoleView view = new ConsoleView(new PrintWriter(out), ink);
    List.of(
            new EpisodeEvent.Started(
                words, "embedded", "learned", PlanPrompt.Style.SCENE, 3, Map.of("seed", "1")),
            new EpisodeEvent.Decided(1, new Decision(candidate, List.of(candidate), 9)),
            new EpisodeEvent.SkillEnded(
                1, skill, new SkillResult.Failed(1, FailureReason.NOT_FOUND, words)),
            new EpisodeEvent.Ended(EpisodeEvent.Outcome.ERROR, words, 0))
        .forEach(view);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 200})
  void noRowIsWiderThanTheTerminal(int columns) {
    String words =
        "find a jalapeno chips bag that nobody has ever seen in any kitchen of the world";
    assertThat(shown(new Ink(false, columns), words).lines())
        .allSatisfy(row -> assertThat(row.length()).isLessThanOrEqualTo(columns));
  }

  @Test
  void whatARobotSaysDoesNotSteerTheTerminal() {
    assertThat(shown(new Ink(false), "ok\u001b[2J\n✓ Done\u009b31m"))
        .contains("ok\\u001b[2J\\n✓ Done\\u009b31m")
        .doesNotContain("\u001b", "\u009b");
  }

  @Test
  void programsThatAModelWroteAreShownWithTheirMistakes() {
    StringWriter out = new StringWriter();
    ConsoleView view = new ConsoleView(new PrintWriter(out), new Ink(false, 80));
    String mistake = "Line 1, column 7: 'cok' is no thing that this robot knows";
    view.accept(
        new EpisodeEvent.Drafted(2, 1, "", "bring(\"cok\");\n\u001b[2J", "NOT", List.of(mistake)));
    view.accept(new EpisodeEvent.Drafted(2, 2, mistake, "bring(\"coke\");", "NOT", List.of()));

    assertThat(out.toString())
        .contains("draft 2 ✗ bring(\"cok\");", mistake, "draft 2, attempt 2 ✓ bring(\"coke\");")
        .doesNotContain("\u001b");
    assertThat(
            new EpisodePage()
                .render(
                    List.of(
                        new EpisodeEvent.Started(
                            "a", "b", "c", PlanPrompt.Style.SCENE, 1, Map.of()),
                        new EpisodeEvent.Drafted(0, 1, "<b>", "<i>", "NOT", List.of("<u>"))),
                    List.of(),
                    List.of()))
        .contains("another program", "&lt;b&gt;", "&lt;i&gt;", "&lt;u&gt;")
        .doesNotContain("<p>after: <b>", "<i>", "<u>");
  }

  @Test
  void aMessageIsNotMixedWithTheCountOfSteps() {
    assertThat(shown(new Ink(false), "The robot is not armed; arm it when that is safe"))
        .contains("✗ The robot is not armed; arm it when that is safe (after 0 steps)");
  }

  @Test
  void aTerminalThatKnowsNoEscapesOrWhoseUserWantsNoneGetsNone() {
    assertThat(Ink.forOutput(true, OptionalInt.of(80), Map.of("TERM", "xterm")).colours()).isTrue();
    assertThat(Ink.forOutput(true, OptionalInt.of(80), Map.of("TERM", "dumb")).colours()).isFalse();
    assertThat(
            Ink.forOutput(true, OptionalInt.empty(), Map.of("TERM", "xterm", "NO_COLOR", "1"))
                .colours())
        .isFalse();
    assertThat(Ink.forOutput(false, OptionalInt.empty(), Map.of()).colours()).isFalse();
    assertThat(Ink.forOutput(true, OptionalInt.of(3), Map.of()).columns()).isEqualTo(40);
  }
}
