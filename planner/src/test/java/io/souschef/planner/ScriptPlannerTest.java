package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptPlannerTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(new Vocabulary.Kind("coke", "cokes", true, Set.of("drink"), List.of())),
          List.of(
              new Place("user", Place.Kind.PERSON, Pose.upright(0, 0, 0, 0), 1, 1),
              new Place("table", Place.Kind.SURFACE, Pose.upright(2, 0, 0, 0), 1, 1)));

  private final List<EpisodeEvent> events = new ArrayList<>();
  private final SketchRobot robot =
      new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));

  @Test
  void aPersonsProgramMovesTheRobotAndItsLinesAreTold() {
    EpisodeEvent.Ended ended = run("const drink = \"coke\";\nbring(drink);\n");

    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(events).contains(new EpisodeEvent.Reached("bring(drink);"));
  }

  @Test
  void whatAPersonsProgramCannotReachIsGivenUpWithItsLine() {
    EpisodeEvent.Ended ended = run("\nmove(all(\"coke\"), \"table\");\nbring(some(3, \"coke\"));");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("line 3");
  }

  @Test
  void everyMistakeIsNamedBeforeAnythingMoves() {
    assertThatThrownBy(() -> run("bring(\"cokke\");\nflie(\"coke\");"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Line 1")
        .hasMessageContaining("Line 2");
    assertThat(robot.executed()).isEmpty();
    assertThat(events).isEmpty();
  }

  private EpisodeEvent.Ended run(String source) {
    return new ScriptPlanner(
            source, SkillLibrary.standard(), AffordanceFunction.none(), User.nobody(), 40, () -> 0)
        .run(new Instruction("a program"), robot, Map.of(), events::add);
  }
}
