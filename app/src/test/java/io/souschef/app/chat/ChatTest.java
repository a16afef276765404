package io.souschef.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.kitchen.SimulatedWorlds;
import io.souschef.app.view.Ink;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.web.live.LiveKitchen;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a planner that does the one skill it is told, and asks where it is told to ask. */
@Timeout(120)
class ChatTest {

  private static final SkillLibrary LIBRARY = SkillLibrary.standard();

  @TempDir private Path folder;

  private String talk(String... typed) throws InterruptedException {
    StringWriter said = new StringWriter();
    Asker asker = new Asker();
    try (LiveKitchen kitchen =
            new LiveKitchen(SimulatedWorlds.standard(), 1, Double.POSITIVE_INFINITY, folder);
        PrintWriter out = new PrintWriter(said);
        Lines lines =
            new PipedLines(
                new ByteArrayInputStream(
                    String.join("\n", typed).getBytes(StandardCharsets.UTF_8)))) {
      new Chat(
              kitchen,
              obedient(asker),
              asker,
              lines,
              out,
              new Ink(false),
              e -> "broke: " + e.getMessage())
          .run();
    }
    return said.toString();
  }

  private static EpisodePlanner obedient(Asker asker) {
    return (instruction, robot, about, listener) -> {
      String words = instruction.text();
      if (words.equals("break")) {
        throw new IllegalStateException("no luck");
      }
      if (words.equals("ask")) {
        Optional<String> answer = asker.ask("Which one?", List.of("the red one", "the blue one"));
        listener.accept(new EpisodeEvent.Told("you said " + answer.orElse("nothing")));
      } else {
        GroundedSkill skill =
            LIBRARY.parse(words, robot.vocabulary(), robot.observe()).orElseThrow();
        Candidate candidate = new Candidate(skill, -0.1, 0.9, 0.8, 0.72);
        listener.accept(
            new EpisodeEvent.Decided(1, new Decision(candidate, List.of(candidate), 1)));
        robot.execute(skill, progress -> {});
      }
      EpisodeEvent.Ended ended = new EpisodeEvent.Ended(Outcome.DONE, "", 1);
      listener.accept(ended);
      return ended;
    };
  }

  @Test
  void a_slip_of_a_command_is_told_in_one_sentence_each() throws InterruptedException {
    assertThat(talk("/scen", "/scene now", "/fly"))
        .contains("There is no '/scen'; did you mean '/scene'? /help lists what there is")
        .contains("/scene stands alone; leave out what is behind it")
        .contains("There is no '/fly'; /help lists what there is");
  }

  @Test
  void theKitchenStaysAsTheLastRequestLeftItAndUndoGoesBack() throws Exception {
    String said =
        talk("/scene", "go to the sink", "/scene", "go to the table", "/scene", "/undo", "/undo");
    List<String> stands =
        Pattern.compile("the robot stands (.*) and holds")
            .matcher(said)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(stands).hasSize(5).containsSequence("at the sink", "at the table", "at the sink");
    assertThat(stands.get(4)).isEqualTo(stands.get(0)).isNotEqualTo("at the sink");
  }

  @Test
  void theLastDecisionIsShownAsBars() throws Exception {
    assertThat(talk("/why", "go to the sink", "/why"))
        .contains("Nothing has been decided yet")
        .containsPattern("(?s)Done.*Step 1.*go to the sink.*say .*0\\.90.*can .*0\\.80");
  }

  @Test
  void whatTheRobotAsksIsAnsweredByTheNextLine() throws Exception {
    assertThat(talk("ask", "the red one", "ask", "", "ask"))
        .containsPattern(
            "(?s)Which one\\?\\s+1  the red one\\s+2  the blue one.*you said the red one.*you said"
                + " nothing.*you said nothing");
  }

  @Test
  void mistakesAndBreakdownsEndNothing() throws Exception {
    assertThat(talk("/scen", "break", "/undo", "/undo", "x".repeat(3000), "/HELP"))
        .contains("There is no '/scen'; did you mean '/scene'?")
        .contains("broke: no luck")
        .contains("There is nothing to go back to")
        .contains("2,000")
        .contains("Ctrl-C");
  }

  @Test
  void quittingLeavesTheRestUnread() throws Exception {
    assertThat(talk("/quit", "go to the sink")).doesNotContain("Step 1");
  }
}
