package io.souschef.planner.rehearsal;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.planner.DraftPlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.Rehearsal;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Memory;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.ScriptedGenerator;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.played.Talker;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.draft.Draftsman;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("coke", "cokes", true, Set.of("drink"), List.of()),
              new Vocabulary.Kind("tea", "teas", true, Set.of("drink"), List.of()),
              new Vocabulary.Kind("knife", "knives", false, Set.of("sharp"), List.of())),
          List.of(
              place("user", Place.Kind.PERSON, 0),
              place("table", Place.Kind.SURFACE, 2),
              place("fridge", Place.Kind.CLOSABLE, 6)));

  private final List<EpisodeEvent> events = new ArrayList<>();

  @Test
  void whatIsInSightHasNothingInItsWayAndTakesTimeAndNothingMoves() {
    SketchRobot robot = robot(thing("coke-1", "coke", "table"));

    Rehearsed near = rehearse(robot, Guard.NONE, "bring coke");
    Rehearsed both = rehearse(robot, Guard.NONE, "move coke > fridge", "bring coke");

    assertThat(near.obstacle()).isEmpty();
    assertThat(near.supposed()).isEmpty();
    assertThat(near.seconds()).isPositive().isLessThan(both.seconds());
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void whatNobodyHasSeenIsSupposedWhereTheRobotHasNotLooked() {
    Rehearsed rehearsed = rehearse(robot(), Guard.NONE, "bring 2 coke");

    assertThat(rehearsed.obstacle()).isEmpty();
    assertThat(rehearsed.supposed()).containsExactly("coke");
  }

  @Test
  void whatIsNowhereTheRobotHasNotLookedStandsInTheWay() {
    SketchRobot robot = robot().opened("fridge").knowing();

    assertThat(rehearse(robot, Guard.NONE, "bring coke").obstacle()).contains("saw no coke");
    assertThat(rehearse(robot, Guard.NONE, "if exists coke", "bring coke", "end").obstacle())
        .isEmpty();
  }

  @Test
  void unknownWordsAndPlacesThatDoNotTakeItStandInTheWay() {
    SketchRobot robot = robot(thing("coke-1", "coke", "table"));

    assertThat(rehearse(robot, Guard.NONE, "bring blicket").obstacle()).contains("blicket");
    assertThat(rehearse(robot, Guard.NONE, "move coke > dax shelf").obstacle())
        .contains("dax shelf");
    assertThat(rehearse(robot, Guard.NONE, "open table").obstacle()).contains("nothing to open");
    assertThat(rehearse(robot, Guard.NONE, "bring it").obstacle()).contains("hand is empty");
  }

  @Test
  void whatThePolicyForbidsIsNoObstacleSoThatItIsRefusedAndNotTakenForSomethingElse() {
    SketchRobot robot = robot(thing("knife-1", "knife", "table"));
    Guard guard =
        (skill, now) ->
            skill.text().contains("knife") ? Optional.of("no knives") : Optional.empty();

    assertThat(rehearse(robot, guard, "bring knife").isHindered()).isFalse();
  }

  @Test
  void ofTwoMeaningsThatAreNearlyAsLikelyTheOneThatCanBeDoneIsGoneBy() {
    SketchRobot robot = robot(thing("tea-1", "tea", "table"));

    EpisodeEvent.Ended ended =
        run(robot, new Asking.Never(), Map.of("bring blicket", 0.4, "bring tea", 0.3));

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("tea-1")).contains("user");
    EpisodeEvent.Judged judged = judged();
    assertThat(judged.judgements()).hasSize(2);
    assertThat(judged.judgements().get(0).obstacle()).contains("blicket");
    assertThat(judged.judgements().stream().mapToDouble(EpisodeEvent.Judgement::after).sum())
        .isCloseTo(0.7, within(1e-9));
  }

  @Test
  void whatIsNotThereIsLookedForAndGivenUpAndNothingElseIsBrought() {
    SketchRobot robot = robot(thing("tea-1", "tea", "table")).opened("fridge").knowing();

    EpisodeEvent.Ended ended =
        run(robot, Asking.usual(), Map.of("bring coke", 0.9, "bring tea", 0.05));

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("coke");
    assertThat(robot.whereIs("tea-1")).contains("table");
  }

  @Test
  void whatIsMeantAndNotThereIsAskedAboutBeforeSomethingLikelyIsBroughtInstead() {
    SketchRobot robot = robot(thing("tea-1", "tea", "table")).opened("fridge").knowing();

    EpisodeEvent.Ended ended =
        run(robot, Asking.usual(), Map.of("bring coke", 0.7, "bring tea", 0.25));

    assertThat(ended.outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void scriptsOfAnyModelAreRehearsedToo() {
    SketchRobot robot = robot(thing("tea-1", "tea", "table")).opened("fridge").knowing();
    ScriptedGenerator model = new ScriptedGenerator("bring(\"coke\");", "bring(\"tea\");");

    new DraftPlanner(
            SkillLibrary.standard(),
            new DraftPlanner.Writer("scripted", model, new Draftsman.Settings(2, 0, 0.7, 200)),
            AffordanceFunction.none(),
            new Talker(new ArrayList<>(), new ArrayList<>()),
            ProgramPlanner.Settings.standard(40)
                .asking(new Asking.Never())
                .rehearsing(Ranking.STANDARD),
            () -> 0)
        .run(new Instruction("something to drink"), robot, Map.of(), events::add);

    assertThat(judged().judgements().get(0).obstacle()).contains("coke");
    assertThat(robot.whereIs("tea-1")).contains("user");
  }

  @Test
  void theSameIsJudgedTheSame() {
    Map<String, Double> meanings = Map.of("bring coke", 0.5, "bring any drink", 0.3);
    run(robot(thing("tea-1", "tea", "fridge")), Asking.usual(), meanings);
    EpisodeEvent.Judged first = judged();
    events.clear();
    run(robot(thing("tea-1", "tea", "fridge")), Asking.usual(), meanings);

    assertThat(judged()).isEqualTo(first);
  }

  private EpisodeEvent.Judged judged() {
    return events.stream()
        .filter(EpisodeEvent.Judged.class::isInstance)
        .map(EpisodeEvent.Judged.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private EpisodeEvent.Ended run(SketchRobot robot, Asking asking, Map<String, Double> meanings) {
    return new ProgramPlanner(
            SkillLibrary.standard(),
            new Torn(meanings),
            AffordanceFunction.none(),
            new Talker(new ArrayList<>(), new ArrayList<>()),
            ProgramPlanner.Settings.standard(40).asking(asking).rehearsing(Ranking.STANDARD),
            () -> 0)
        .run(new Instruction("as I said"), robot, Map.of(), events::add);
  }

  private static Rehearsed rehearse(SketchRobot robot, Guard guard, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add(Shorthand.DONE);
    return new Rehearsal(SkillLibrary.standard())
        .of(
            Shorthand.parse(all),
            new Belief(new Names(KITCHEN), robot.observe(), new Memory()),
            guard);
  }

  private static SketchRobot robot(Thing... things) {
    return new SketchRobot(KITCHEN, "table", things);
  }

  private static Place place(String name, Place.Kind kind, double x) {
    return new Place(name, kind, Pose.upright(x, 0, 0.8, 0), 1, 1);
  }

  /** A model that is torn between programs of one line. */
  record Torn(Map<String, Double> lines) implements ProgramWriter {

    @Override
    public String name() {
      return "torn";
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      return lines.entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .map(
              line -> {
                List<String> all = List.of(line.getKey(), Shorthand.DONE);
                return new Written(Shorthand.parse(all), all, line.getValue());
              })
          .toList();
    }

    @Override
    public void close() {}
  }
}
