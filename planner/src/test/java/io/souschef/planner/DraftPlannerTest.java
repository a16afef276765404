package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.ScriptedGenerator;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.played.Talker;
import io.souschef.planner.program.draft.Draftsman;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftPlannerTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("coke", "cokes", true, Set.of("drink"), List.of()),
              new Vocabulary.Kind("tea", "teas", true, Set.of("drink"), List.of())),
          List.of(
              new Place("user", Place.Kind.PERSON, Pose.upright(0, 0, 0, 0), 1, 1),
              new Place("table", Place.Kind.SURFACE, Pose.upright(2, 0, 0, 0), 1, 1)));

  private final List<EpisodeEvent> events = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final SketchRobot robot =
      new SketchRobot(
          KITCHEN, "table", thing("coke-1", "coke", "table"), thing("tea-1", "tea", "table"));

  @Test
  void aServersProgramMovesTheRobotWithItsLinesAndDraftsInTheTrace() {
    ScriptedGenerator model =
        new ScriptedGenerator(
            "const drink = \"coke\";\nbring(drink);", "const drink = 'coke'\nbring(drink)");

    EpisodeEvent.Ended ended = run(model);

    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(events).contains(new EpisodeEvent.Reached("bring(drink);"));
    assertThat(events.stream().filter(EpisodeEvent.Drafted.class::isInstance)).hasSize(3);
    assertThat(planned().meanings())
        .containsExactly(
            new EpisodeEvent.Understood("const drink = \"coke\";\nbring(drink);", "", 1));
  }

  @Test
  void programsThatDisagreeAreAskedAboutAndTheChosenOneIsCarriedOut() {
    answers.add("2");
    run(
        new ScriptedGenerator(
            "bring(\"coke\");", "bring(\"tea\");", "bring(\"tea\");", "bring(\"coke\");"));

    assertThat(asked().options()).containsExactly("bring(\"coke\");", "bring(\"tea\");");
    assertThat(robot.whereIs("tea-1")).contains("user");
    assertThat(robot.whereIs("coke-1")).contains("table");
  }

  @Test
  void nothingThatPassesIsAskedAboutAndNothingMoves() {
    assertThat(run(new ScriptedGenerator("I would love to!")).outcome())
        .isEqualTo(Outcome.UNANSWERED);
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void aFailureGoesBackToTheModelWhichDoesSomethingElse() {
    robot.breaking("pick up the coke");
    ScriptedGenerator model =
        new ScriptedGenerator(
            "bring(\"coke\");", "bring(\"coke\");", "bring(\"coke\");", "bring(\"tea\");");

    EpisodeEvent.Ended ended = run(model);

    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("tea-1")).contains("user");
    assertThat(model.asked().get(3).prompt())
        .contains(
            "This failed: line 1, bring(\"coke\");:",
            "pick up the coke (failed: Something is in the way)",
            "At the table: coke, tea.");
  }

  @Test
  void theBestAttemptIsKeptWhereNothingHelps() {
    robot.breaking("pick up the coke").breaking("pick up the tea");
    ScriptedGenerator model =
        new ScriptedGenerator(
            "bring(\"coke\");",
            "bring(\"coke\");",
            "bring(\"coke\");",
            "bring(\"tea\");\npick(\"tea\");",
            "nothing();",
            "bring(\"tea\");");

    EpisodeEvent.Ended ended = run(model);

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("coke");
    assertThat(model.asked()).hasSize(5);
  }

  @Test
  void whatWouldHarmIsRefusedBeforeAnythingMoves() {
    EpisodeEvent.Ended ended = run(new ScriptedGenerator("bring(\"coke\");\nrefuse(\"harm\");"));
    assertThat(ended.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void aServerThatIsGoneEndsTheEpisodeInASentence() {
    EpisodeEvent.Ended ended =
        run(
            request -> {
              throw new ScoringException("Server x is gone");
            });
    assertThat(ended.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(ended.message()).contains("Server x is gone");
  }

  private EpisodeEvent.Planned planned() {
    return events.stream()
        .filter(EpisodeEvent.Planned.class::isInstance)
        .map(EpisodeEvent.Planned.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private EpisodeEvent.Asked asked() {
    return events.stream()
        .filter(EpisodeEvent.Asked.class::isInstance)
        .map(EpisodeEvent.Asked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private EpisodeEvent.Ended run(TextGenerator model) {
    return new DraftPlanner(
            SkillLibrary.standard(),
            new DraftPlanner.Writer("scripted", model, new Draftsman.Settings(4, 2, 0.7, 200)),
            AffordanceFunction.none(),
            new Talker(answers, new ArrayList<>()),
            ProgramPlanner.Settings.standard(40),
            () -> 0)
        .run(new Instruction("a drink, please"), robot, Map.of(), events::add);
  }
}
