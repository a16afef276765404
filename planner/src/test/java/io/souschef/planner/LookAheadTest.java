package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.played.ByHeart;
import io.souschef.planner.played.Rooms;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAheadTest {

  private static final List<String> SOURCES = List.of("table", "counter", "shelf", "user", "sink");
  private static final List<String> GOALS =
      List.of("table", "counter", "shelf", "user", "sink", "fridge", "drawer", "trash can");

  private final List<EpisodeEvent> events = new ArrayList<>();

  /** One request, carried out. */
  private record Played(SketchRobot robot, double seconds, EpisodeEvent.Ended ended) {}

  @Test
  void whatIsInTheHandGoesFirstInsteadOfBeingPutDown() {
    String[] lines = {"move apple > shelf", "move coke > table"};
    Played ahead = play(true, "the apple to the shelf, the coke to the table", true, lines);
    Played inOrder = play(false, "the apple to the shelf, the coke to the table", true, lines);

    assertThat(ahead.robot().whereIs("coke-1")).contains("table");
    assertThat(ahead.robot().whereIs("apple-1")).contains("shelf");
    assertThat(ahead.robot().executed()).hasSizeLessThan(inOrder.robot().executed().size());
    assertThat(ahead.seconds()).isLessThan(inOrder.seconds());
  }

  @Test
  void aDoorIsOpenedOnceForAllThatGoesBehindIt() {
    String said = "the milk into the fridge, the mug into the sink, the tea into the fridge";
    String[] lines = {"move milk > fridge", "move mug > sink", "move tea > fridge"};

    assertThat(opened(play(true, said, false, lines))).isEqualTo(1);
    assertThat(opened(play(false, said, false, lines))).isEqualTo(2);
  }

  private static long opened(Played played) {
    assertThat(played.robot().isOpen("fridge")).isFalse();
    return played.robot().executed().stream().filter("open the fridge"::equals).count();
  }

  @Test
  void anotherOrderIsToldWithWhatItSaves() {
    play(
        true,
        "the apple to the shelf, the coke to the table",
        true,
        "move apple > shelf",
        "move coke > table");

    assertThat(events)
        .filteredOn(EpisodeEvent.Ordered.class::isInstance)
        .hasSize(1)
        .allSatisfy(
            event -> {
              EpisodeEvent.Ordered ordered = (EpisodeEvent.Ordered) event;
              assertThat(ordered.statements().get(0)).contains("coke");
              assertThat(ordered.seconds()).isLessThan(ordered.asSaidSeconds());
            });
  }

  @Test
  void theOrderThatWasAskedForIsKept() {
    String said = "first the apple to the shelf, then the coke to the table";
    String[] lines = {"move apple > shelf", "move coke > table"};

    assertThat(play(true, said, true, lines).robot().executed())
        .isEqualTo(play(false, said, true, lines).robot().executed());
    assertThat(events).noneMatch(EpisodeEvent.Ordered.class::isInstance);
  }

  @Test
  void whatOnePartPutsThereIsNotTakenAwayByTheOther() {
    // Moving the coke first would make it one of the things on the table.
    SketchRobot robot =
        new SketchRobot(
            Rooms.KITCHEN,
            "user",
            thing("coke-1", "coke", "user"),
            thing("apple-1", "apple", "table"));
    run(
        robot,
        true,
        "clear the table, the coke goes on it",
        "move all any thing @ table > shelf",
        "move coke > table");

    assertThat(robot.whereIs("coke-1")).contains("table");
    assertThat(robot.whereIs("apple-1")).contains("shelf");
  }

  @Test
  void aPartThatCannotBeDoneKeepsNoOtherFromBeingDone() {
    SketchRobot robot =
        new SketchRobot(Rooms.KITCHEN, "user", thing("apple-1", "apple", "counter"));
    EpisodeEvent.Ended ended =
        run(robot, true, "coke, apple", "move coke > table", "move apple > shelf");

    assertThat(ended.outcome()).isEqualTo(EpisodeEvent.Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("coke");
    assertThat(robot.whereIs("apple-1")).contains("shelf");
  }

  @Test
  void whatIsSeenOnTheWayToSomethingHiddenIsDoneOnTheWay() {
    SketchRobot robot =
        new SketchRobot(
            Rooms.KITCHEN,
            "user",
            thing("spoon-1", "spoon", "drawer"),
            thing("apple-1", "apple", "table"),
            thing("mug-1", "mug", "counter"));
    EpisodeEvent.Ended ended =
        run(robot, true, "spoon, mug, apple", "bring spoon", "move mug > shelf", "bring apple");

    assertThat(ended.outcome()).isEqualTo(EpisodeEvent.Outcome.DONE);
    assertThat(robot.whereIs("spoon-1")).contains("user");
    assertThat(robot.whereIs("mug-1")).contains("shelf");
    assertThat(robot.whereIs("apple-1")).contains("user");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anyListIsDoneAsWellInNoMoreRobotTimeAndEveryTimeAlike(long seed) {
    Random random = new Random(seed);
    List<String> kinds = new ArrayList<>(Rooms.KINDS);
    Collections.shuffle(kinds, random);
    List<String> lines = new ArrayList<>();
    List<Thing> things = new ArrayList<>();
    Map<String, String> goals = new java.util.TreeMap<>();
    int size = 2 + random.nextInt(3);
    for (String kind : kinds.subList(0, size)) {
      String from = SOURCES.get(random.nextInt(SOURCES.size()));
      String to = GOALS.get(random.nextInt(GOALS.size()));
      if (!from.equals(to)) {
        things.add(thing(kind + "-1", kind, from));
        lines.add("move %s > %s".formatted(kind, to));
        goals.put(kind + "-1", to);
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    Played ahead = play(true, "a list", known(things), lines.toArray(String[]::new));
    Played again = play(true, "a list", known(things), lines.toArray(String[]::new));
    Played inOrder = play(false, "a list", known(things), lines.toArray(String[]::new));

    goals.forEach((id, place) -> assertThat(ahead.robot().whereIs(id)).contains(place));
    assertThat(ahead.ended().outcome()).isEqualTo(inOrder.ended().outcome());
    assertThat(ahead.seconds()).isLessThanOrEqualTo(inOrder.seconds() + 1e-6);
    assertThat(again.robot().executed()).isEqualTo(ahead.robot().executed());
  }

  /** A robot that has seen every surface. */
  private static SketchRobot known(List<Thing> things) {
    return new SketchRobot(Rooms.KITCHEN, "user", things.toArray(Thing[]::new)).knowing();
  }

  private Played play(boolean lookAhead, String said, boolean holds, String... lines) {
    SketchRobot robot =
        known(
            List.of(
                thing("coke-1", "coke", "user"),
                thing("apple-1", "apple", "counter"),
                thing("milk-1", "milk", "table"),
                thing("mug-1", "mug", "table"),
                thing("tea-1", "tea", "table")));
    return play(lookAhead, said, holds ? robot.holding("coke-1") : robot, lines);
  }

  private Played play(boolean lookAhead, String said, SketchRobot robot, String... lines) {
    Rooms.Clock clock = new Rooms.Clock(robot);
    EpisodeEvent.Ended ended = run(clock, lookAhead, said, lines);
    return new Played(robot, clock.seconds(), ended);
  }

  private EpisodeEvent.Ended run(
      io.souschef.skills.execution.Robot robot, boolean lookAhead, String said, String... lines) {
    List<String> program = new ArrayList<>(List.of(lines));
    program.add(Shorthand.DONE);
    events.clear();
    return new ProgramPlanner(
            SkillLibrary.standard(),
            new ByHeart(program),
            AffordanceFunction.none(),
            User.nobody(),
            ProgramPlanner.Settings.standard(60).lookingAhead(lookAhead),
            () -> 0)
        .run(new Instruction(said), robot, Map.of(), events::add);
  }
}
