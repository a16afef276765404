package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramPlannerTest extends ProgramPlannerCase {

  @Test
  void aThingInSightIsBrought() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));

    EpisodeEvent.Ended ended = run(robot, "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
  }

  @Test
  void whatIsHiddenIsLookedForBehindDoorsAndTheyAreShutAgain() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "top drawer"));

    EpisodeEvent.Ended ended = run(robot, "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(robot.isOpen("fridge")).isFalse();
  }

  @Test
  void whatIsToBeFoundIsFoundInAClosedDrawerAndStaysThere() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "user",
            thing("coke-1", "coke", "bottom drawer"),
            thing("apple-1", "apple", "table"));

    EpisodeEvent.Ended ended = run(robot, "find coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.observe().at()).contains("bottom drawer");
    assertThat(robot.whereIs("coke-1")).contains("bottom drawer");
    assertThat(robot.whereIs("apple-1")).contains("table");
  }

  @Test
  void aListIsDoneToItsEndAndNothingTwice() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "user",
            thing("coke-1", "coke", "table"),
            thing("apple-1", "apple", "counter"),
            thing("mug-1", "mug", "table"),
            thing("sponge-1", "sponge", "fridge"));

    EpisodeEvent.Ended ended = run(robot, "bring coke", "bring apple", "bring mug", "bring sponge");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    for (String kind : List.of("coke", "apple", "mug", "sponge")) {
      assertThat(robot.whereIs(kind + "-1")).as(kind).contains("user");
      assertThat(robot.executed().stream().filter(("pick up the " + kind)::equals)).hasSize(1);
    }
  }

  @Test
  void whatIsNoRequestIsAnsweredAndNothingMoves() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("sponge-1", "sponge", "table"));

    EpisodeEvent.Ended ended = run(robot, "chat");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(told).hasSize(1);
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void allOfAKindAreMovedAndNoneTwice() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "user",
            thing("coke-1", "coke", "table"),
            thing("coke-2", "coke", "table"),
            thing("apple-1", "apple", "table"));

    EpisodeEvent.Ended ended = run(robot, "move all coke @ table > counter");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("counter");
    assertThat(robot.whereIs("coke-2")).contains("counter");
    assertThat(robot.whereIs("apple-1")).contains("table");
    assertThat(robot.executed().stream().filter("pick up the coke"::equals).count()).isEqualTo(2);
  }

  @Test
  void aConditionIsLookedAtBeforeAnythingIsDone() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("pepsi-1", "pepsi", "fridge"));

    EpisodeEvent.Ended ended =
        run(robot, "if exists coke", "bring same coke", "else", "bring pepsi", "end");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("pepsi-1")).contains("user");
  }

  @Test
  void whatIsSaidToBeThereAlreadyStays() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("mug-1", "mug", "table"));

    EpisodeEvent.Ended ended = run(robot, "have 1 mug > table");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void thingsOfAnyOfSeveralDoorsAreFoundWithoutAsking() {
    SketchRobot robot =
        new SketchRobot(KITCHEN, "user", thing("apple-1", "apple", "bottom drawer"));

    EpisodeEvent.Ended ended = run(robot, "bring apple @ the drawer");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("apple-1")).contains("user");
  }

  @Test
  void whatHasTheNameOfASortIsTakenWhereTheThingItselfIsNotAndTheSearchEnds() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("glass-1", "glass", "counter"));

    assertThat(run(robot, "bring cup").outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("glass-1")).contains("user");
    assertThat(run(new SketchRobot(KITCHEN, "user"), "bring cup").outcome())
        .isEqualTo(Outcome.GIVEN_UP);
  }

  @Test
  void theSameProgramLeavesTheSameTrace() {
    List<EpisodeEvent> first = traceOf("move all coke > counter");
    List<EpisodeEvent> second = traceOf("move all coke > counter");

    assertThat(second).isEqualTo(first).isNotEmpty();
  }

  private List<EpisodeEvent> traceOf(String line) {
    events.clear();
    run(
        new SketchRobot(
            KITCHEN, "user", thing("coke-1", "coke", "table"), thing("coke-2", "coke", "fridge")),
        line);
    return events.stream().filter(event -> !(event instanceof EpisodeEvent.Timed)).toList();
  }

  @Test
  void aDoorThatIsNotSeenToBeShutIsShut() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user").opened("fridge").blindForDoors();

    assertThat(run(robot, "close fridge").outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.isOpen("fridge")).isFalse();
  }

  @Test
  void theOnlyDrawerThatIsOpenIsTheOneToClose() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user").opened("bottom drawer");

    assertThat(run(robot, "close the drawer").outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.isOpen("bottom drawer")).isFalse();
    assertThat(events).noneMatch(EpisodeEvent.Asked.class::isInstance);
  }
}
