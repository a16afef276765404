package io.souschef.planner;

import static io.souschef.planner.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramPlannerTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              kind("coke", "drink", "soda"),
              kind("pepsi", "drink", "soda"),
              kind("apple", "fruit", "food"),
              kind("mug", "dish"),
              kind("cup", "dish", "cup"),
              kind("glass", "dish", "cup"),
              kind("sponge", "cleaning", "absorbent"),
              kind("rice chips", "snack", "chips"),
              kind("kettle chips", "snack", "chips")),
          List.of(
              place("user", Place.Kind.PERSON, 0),
              place("table", Place.Kind.SURFACE, 2, "surface"),
              place("counter", Place.Kind.SURFACE, 4, "surface"),
              place("fridge", Place.Kind.CLOSABLE, 6),
              place("top drawer", Place.Kind.CLOSABLE, 7),
              place("bottom drawer", Place.Kind.CLOSABLE, 8),
              place("trash can", Place.Kind.BIN, 5, "trash")));

  private final List<EpisodeEvent> events = new ArrayList<>();
  private AffordanceFunction can = AffordanceFunction.none();
  private final List<String> told = new ArrayList<>();

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
  void aRobotThatAbortsEveryGoalIsGivenUpAfterFewAttempts() {
    SketchRobot robot =
        new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "table")).breakingAll();

    EpisodeEvent.Ended ended = run(robot, "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    robot
        .executed()
        .forEach(
            words ->
                assertThat(robot.executed().stream().filter(words::equals).count())
                    .as(words)
                    .isLessThanOrEqualTo(3));
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
  void whatIsNowhereIsGivenUpAfterLookingAndNothingElseIsTaken() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("apple-1", "apple", "table"));

    EpisodeEvent.Ended ended = run(robot, "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).isEqualTo("I looked everywhere and saw no coke");
    assertThat(robot.whereIs("apple-1")).contains("table");
    assertThat(robot.isOpen("fridge")).isFalse();
  }

  @Test
  void aSkillThatAlwaysFailsIsTriedThreeTimesAtMost() {
    SketchRobot robot =
        new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"))
            .breaking("pick up the coke");

    EpisodeEvent.Ended ended = run(robot, "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(robot.executed().stream().filter("pick up the coke"::equals).count())
        .isBetween(1L, 3L);
  }

  @Test
  void whereOnePartCannotBeDoneTheRestIsAndTheEndSaysBoth() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));

    EpisodeEvent.Ended ended = run(robot, "bring watermelon", "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("watermelon");
    assertThat(robot.whereIs("coke-1")).contains("user");
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
  void whatHardlySucceedsIsDoneOnlyWhenNothingElseIsLeft() {
    can = unlikely("pick up the coke");
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "table",
            thing("coke-1", "coke", "table"),
            thing("pepsi-1", "pepsi", "fridge"));

    assertThat(run(robot, "bring any soda").outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("pepsi-1")).contains("user");
    assertThat(robot.executed()).doesNotContain("pick up the coke");

    SketchRobot another = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));
    assertThat(run(another, "bring any soda").outcome()).isEqualTo(Outcome.DONE);
    assertThat(another.whereIs("coke-1")).contains("user");
  }

  @Test
  void whereOneOfSeveralPlacesIsFullAnotherServes() {
    SketchRobot robot =
        new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "fridge")).full("counter");

    assertThat(run(robot, "move coke @ fridge > any surface").outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("table");
  }

  /** A value function by which one skill hardly ever succeeds. */
  private static AffordanceFunction unlikely(String text) {
    return new AffordanceFunction() {
      @Override
      public String name() {
        return "unlikely " + text;
      }

      @Override
      public double[] values(
          Observation observation, Attempts earlier, List<GroundedSkill> skills) {
        return skills.stream().mapToDouble(s -> s.text().equals(text) ? 0.02 : 1).toArray();
      }

      @Override
      public void close() {}
    };
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

  private EpisodeEvent.Ended run(SketchRobot robot, String... lines) {
    return run(robot, answering(), lines);
  }

  private EpisodeEvent.Ended run(SketchRobot robot, User user, String... lines) {
    return planner(user, ProgramPlanner.Settings.standard(40), lines)
        .run(new Instruction("as the program says"), robot, Map.of(), events::add);
  }

  private ProgramPlanner planner(User user, ProgramPlanner.Settings settings, String... lines) {
    List<String> program = new ArrayList<>(List.of(lines));
    program.add(Shorthand.DONE);
    return new ProgramPlanner(
        SkillLibrary.standard(), new ByHeart(program), can, user, settings, () -> 0);
  }

  private User answering(String... answers) {
    return new Talker(new ArrayList<>(List.of(answers)), told);
  }

  private static Vocabulary.Kind kind(String noun, String... attributes) {
    return new Vocabulary.Kind(noun, noun + "s", true, Set.of(attributes), List.of());
  }

  private static Place place(String name, Place.Kind kind, double x, String... attributes) {
    return new Place(name, kind, Pose.upright(x, 0, 0.8, 0), 1, 1)
        .with(Set.of(attributes), List.of());
  }
}
