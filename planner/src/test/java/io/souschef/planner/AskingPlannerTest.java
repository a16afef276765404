package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When somebody is asked, and what becomes of the answer. */
class AskingPlannerTest extends ProgramPlannerCase {

  @Test
  void whatIsUnclearIsAskedAndTheAnswerIsWhatIsTaken() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "table",
            thing("rice-1", "rice chips", "table"),
            thing("kettle-1", "kettle chips", "table"));

    EpisodeEvent.Ended ended = run(robot, answering("the kettle ones"), "bring the chips");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("kettle-1")).contains("user");
    assertThat(robot.whereIs("rice-1")).contains("table");
    assertThat(events.stream().filter(EpisodeEvent.Asked.class::isInstance)).hasSize(1);
  }

  @Test
  void anAnswerThatIsAWholeRequestIsCarriedOutWhereTheQuestionWouldBeAskedAgain() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));
    Map<String, String> readings = Map.of("bring me the coke", "bring coke");
    ProgramWriter writer =
        new ProgramWriter() {
          @Override
          public String name() {
            return "asks";
          }

          @Override
          public List<Written> write(String said, Vocabulary vocabulary) {
            List<String> lines = List.of(readings.getOrDefault(said, "ask thing"), Shorthand.DONE);
            return List.of(new Written(Shorthand.parse(lines), lines, 0.9));
          }

          @Override
          public void close() {}
        };

    EpisodeEvent.Ended ended =
        new ProgramPlanner(
                SkillLibrary.standard(),
                writer,
                can,
                answering("bring me the coke"),
                ProgramPlanner.Settings.standard(40),
                () -> 0)
            .run(new Instruction("I want something"), robot, Map.of(), events::add);

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(events.stream().filter(EpisodeEvent.Asked.class::isInstance)).hasSize(1);
  }

  @Test
  void aQuestionThatNobodyAnswersEndsTheEpisodePolitely() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "table",
            thing("rice-1", "rice chips", "table"),
            thing("kettle-1", "kettle chips", "table"));

    EpisodeEvent.Ended ended = run(robot, "bring the chips");

    assertThat(ended.outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void whoNeverAsksTakesOneOfThoseThatMayBeMeant() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "table",
            thing("rice-1", "rice chips", "table"),
            thing("kettle-1", "kettle chips", "table"));

    EpisodeEvent.Ended ended =
        planner(
                User.nobody(),
                ProgramPlanner.Settings.standard(40).asking(new Asking.Never()),
                "bring the chips")
            .run(new Instruction("as the program says"), robot, Map.of(), events::add);

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(events).noneMatch(EpisodeEvent.Asked.class::isInstance);
    assertThat(List.of(robot.whereIs("rice-1"), robot.whereIs("kettle-1")))
        .containsOnlyOnce(Optional.of("user"));
  }

  @Test
  void questionsAreAnsweredAfterLooking() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN, "user", thing("coke-1", "coke", "fridge"), thing("coke-2", "coke", "fridge"));

    EpisodeEvent.Ended ended = run(robot, "tell count coke @ fridge");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(told).containsExactly("There are 2 cokes there.");
    assertThat(robot.isOpen("fridge")).isFalse();
  }

  @Test
  void whatWouldHarmIsRefusedAndNothingMoves() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));

    EpisodeEvent.Ended ended = run(robot, "bring coke", "refuse");

    assertThat(ended.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(robot.executed()).isEmpty();
  }
}
