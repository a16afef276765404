package io.souschef.planner.limit;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.ScriptPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Ended;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LimitedPlannerTest {

  private static final SkillLibrary LIBRARY = SkillLibrary.standard();

  private final List<EpisodeEvent> events = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();

  private static EpisodeLimits robotTime(double seconds) {
    return EpisodeLimits.NONE.withRobotTimeS(seconds);
  }

  private Ended play(EpisodeLimits limits, int steps, Robot robot, String script) {
    EpisodePlanner planner =
        new ScriptPlanner(
            script, LIBRARY, AffordanceFunction.none(), User.nobody(), steps, () -> 0);
    return new LimitedPlanner(planner, limits, LIBRARY, nanos::get, tokens::get)
        .run(new Instruction("test"), robot, Map.of(), events::add);
  }

  private static SketchRobot kitchen() {
    return new SketchRobot(
        PolicyTest.KITCHEN,
        "table",
        thing("coke-1", "coke", "table"),
        thing("tea-1", "tea", "fridge"));
  }

  private void endsOnceAndLast(Ended ended) {
    assertThat(events.get(events.size() - 1)).isEqualTo(ended);
    assertThat(events).filteredOn(Ended.class::isInstance).hasSize(1);
  }

  @Test
  void withinItsLimitsAnEpisodeIsWhatItWouldBeWithoutThem() {
    SketchRobot robot = kitchen();

    Ended ended = play(robotTime(1000), 40, robot, "bring(\"coke\");");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    endsOnceAndLast(ended);
  }

  @Test
  void atTheLimitOfRobotTimeTheHandIsEmptiedWhereTheRobotStands() {
    SketchRobot robot = kitchen();

    // Each skill takes a second: the coke is in the hand, the way to the user is not gone any more.
    Ended ended = play(robotTime(1), 40, robot, "bring(\"coke\");");

    assertThat(ended)
        .isEqualTo(
            new Ended(
                Outcome.ROBOT_TIME_LIMIT,
                "The limit of 1 s of robot time was reached before done; raise --max-robot-time;"
                    + " the coke was put down on the table",
                2));
    assertThat(robot.executed()).containsExactly("pick up the coke", "put down the coke");
    assertThat(robot.whereIs("coke-1")).contains("table");
    endsOnceAndLast(ended);
  }

  @Test
  void soItIsAtTheLimitOfSteps() {
    SketchRobot robot = kitchen();

    Ended ended = play(EpisodeLimits.NONE, 1, robot, "bring(\"coke\");");

    assertThat(ended.outcome()).isEqualTo(Outcome.STEP_LIMIT);
    assertThat(ended.message()).contains("raise --steps", "the coke was put down on the table");
    assertThat(robot.whereIs("coke-1")).contains("table");
  }

  @Test
  void aLimitOfWallClockTimeHoldsWhateverTheRobotSays() {
    SketchRobot robot = kitchen();
    Robot slow =
        new ForwardingRobot(robot) {
          @Override
          public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
            nanos.addAndGet(60_000_000_000L);
            return super.execute(skill, progress);
          }
        };
    EpisodeLimits minute = EpisodeLimits.NONE.withTimeS(59.5);

    Ended ended = play(minute, 40, slow, "bring(\"coke\");");

    assertThat(ended.outcome()).isEqualTo(Outcome.TIME_LIMIT);
    assertThat(ended.message()).startsWith("The limit of 59.5 s was reached before done");
    assertThat(robot.executed()).containsExactly("pick up the coke", "put down the coke");
  }

  @Test
  void aLimitOfTokensCountsThoseOfTheEpisodeAlone() {
    tokens.set(5000);
    SketchRobot robot = kitchen();
    Robot talkative =
        new ForwardingRobot(robot) {
          @Override
          public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
            tokens.addAndGet(60);
            return super.execute(skill, progress);
          }
        };
    EpisodeLimits hundred = EpisodeLimits.NONE.withTokens(100);

    Ended ended = play(hundred, 40, talkative, "bring(\"coke\");");

    assertThat(ended.outcome()).isEqualTo(Outcome.TOKEN_LIMIT);
    assertThat(ended.message()).contains("The limit of 100 tokens", "was put down with the user");
  }

  @Test
  void aSkillThatRunsIntoALimitIsCanceled() {
    SketchRobot sketch = kitchen();
    Pacing robot = new Pacing(sketch);

    Ended ended = play(robotTime(12.5), 40, robot, "go_to(\"user\"); go_to(\"table\");");

    assertThat(ended.outcome()).isEqualTo(Outcome.ROBOT_TIME_LIMIT);
    assertThat(ended.steps()).isEqualTo(2);
    assertThat(robot.canceledAtS).isEqualTo(3);
    assertThat(sketch.executed()).containsExactly("go to the user");
  }

  /** Skills take ten seconds and tell each; a cancel ends them. */
  private static final class Pacing extends ForwardingRobot {
    private boolean canceled;
    private int canceledAtS;

    Pacing(Robot robot) {
      super(robot);
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      canceled = false;
      for (int second = 1; second <= 10; second++) {
        progress.accept(new Progress("moving", second / 10.0, second));
        if (canceled) {
          canceledAtS = second;
          return new SkillResult.Canceled(second, "Canceled");
        }
      }
      SkillResult result = super.execute(skill, progress);
      return new SkillResult.Succeeded(10, result.message());
    }

    @Override
    public void cancel() {
      canceled = true;
    }
  }

  @Test
  void whatTheHandHoldsStaysThereWhereThereIsNoPlaceForIt() {
    SketchRobot robot = kitchen();

    Ended ended =
        play(robotTime(2), 40, robot, "pick_up(\"coke\"); go_to(\"trash can\"); go_to(\"user\");");

    assertThat(ended.message())
        .endsWith("; the coke stays in the hand, since this is no place for it");
    assertThat(robot.executed()).containsExactly("pick up the coke", "go to the trash can");
  }

  @Test
  void whatIsForbiddenIsNotDoneToEmptyTheHandEither() {
    SketchRobot sketch = kitchen();
    Robot robot =
        new ForwardingRobot(sketch) {
          @Override
          public io.souschef.skills.execution.Guard guard() {
            return (skill, now) ->
                skill.action().equals("put_down")
                    ? java.util.Optional.of("no")
                    : java.util.Optional.empty();
          }
        };

    Ended ended = play(robotTime(1), 40, robot, "pick_up(\"coke\"); go_to(\"user\");");

    assertThat(ended.message()).contains("stays in the hand");
    assertThat(sketch.executed()).containsExactly("pick up the coke");
  }

  @Test
  void whoCancelsIsNotToldOfLimitsAndNothingMoves() {
    SketchRobot sketch = kitchen();
    Robot robot =
        new ForwardingRobot(sketch) {
          @Override
          public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
            SkillResult result = super.execute(skill, progress);
            return new SkillResult.Canceled(result.durationS(), "Canceled by the user");
          }
        };

    Ended ended = play(robotTime(1), 40, robot, "pick_up(\"coke\");");

    assertThat(ended).isEqualTo(new Ended(Outcome.CANCELED, "Canceled by the user", 1));
    assertThat(sketch.executed()).containsExactly("pick up the coke");
  }

  @Test
  void limitsThatLimitNothingAreRefused() {
    assertThatThrownBy(() -> robotTime(0)).hasMessageContaining("--max-robot-time");
    assertThatThrownBy(() -> robotTime(Double.NaN)).hasMessageContaining("--max-robot-time");
    assertThatThrownBy(() -> robotTime(Double.POSITIVE_INFINITY)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> EpisodeLimits.NONE.withTimeS(-1)).hasMessageContaining("--max-time");
    assertThatThrownBy(() -> EpisodeLimits.NONE.withTokens(0)).hasMessageContaining("--max-tokens");
  }
}
