package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a program that the world does not go along with. */
class StubbornWorldTest extends ProgramPlannerCase {

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
}
