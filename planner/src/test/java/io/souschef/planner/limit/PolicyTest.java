package io.souschef.planner.limit;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.Instruction;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.ScriptPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.ByHeart;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.played.Talker;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.policy.GuardedRobot;
import io.souschef.skills.policy.Policy;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What planners do on a robot that a policy guards. */
class PolicyTest {

  static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              kind("knife", "sharp"),
              kind("fork", "sharp"),
              kind("coke", "drink"),
              kind("tea", "drink"),
              kind("sponge", "absorbent")),
          List.of(
              place("user", Place.Kind.PERSON, 0),
              place("table", Place.Kind.SURFACE, 2),
              place("stove", Place.Kind.SURFACE, 4),
              place("fridge", Place.Kind.CLOSABLE, 6),
              place("trash can", Place.Kind.BIN, 5)));

  private final List<String> told = new ArrayList<>();

  private static Vocabulary.Kind kind(String noun, String... attributes) {
    return new Vocabulary.Kind(noun, noun + "s", true, Set.of(attributes), List.of());
  }

  private static Place place(String name, Place.Kind kind, double x) {
    return new Place(name, kind, Pose.upright(x, 0, 0.8, 0), 1, 1);
  }

  private static GuardedRobot guarded(SketchRobot robot, String... rules) {
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (String rule : rules) {
      yaml.append("  - {").append(rule).append("}\n");
    }
    Clock noon = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    return new GuardedRobot(
        robot,
        Policy.parse("test", yaml.toString())
            .over(SkillLibrary.standard(), robot.vocabulary(), noon));
  }

  private EpisodeEvent.Ended run(GuardedRobot robot, String... program) {
    return new ProgramPlanner(
            SkillLibrary.standard(),
            new ByHeart(List.of(program)),
            AffordanceFunction.none(),
            new Talker(new ArrayList<>(), told),
            ProgramPlanner.Settings.standard(40),
            () -> 0)
        .run(new Instruction("test"), robot, Map.of(), event -> {});
  }

  @Test
  void whatIsForbiddenIsRefusedInTheRulesWordsAndNothingMoves() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("knife-1", "knife", "table"));

    EpisodeEvent.Ended ended =
        run(guarded(robot, "rule: no knife to the user, things: knife, to: user"), "bring knife");

    assertThat(ended.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(ended.message()).contains("The policy forbids it: no knife to the user");
    assertThat(told).containsExactly(ended.message());
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void whatWouldBeForbiddenIsNotEvenSearchedFor() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("knife-1", "knife", "fridge"));

    EpisodeEvent.Ended ended =
        run(guarded(robot, "rule: no blades to people, things: sharp, to: person"), "bring knife");

    assertThat(ended.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(ended.message()).contains("no blades to people");
    assertThat(robot.executed()).isEmpty();
  }

  @Test
  void ofSeveralThingsThatWouldDoOneIsTakenThatIsAllowed() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN, "table", thing("coke-1", "coke", "table"), thing("tea-1", "tea", "table"));

    EpisodeEvent.Ended ended =
        run(guarded(robot, "rule: no coke, things: coke"), "bring any drink");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("tea-1")).contains("user");
    assertThat(robot.whereIs("coke-1")).contains("table");
  }

  @Test
  void whatIsAllowedOfARequestIsDoneAndTheEndSaysBoth() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN, "table", thing("knife-1", "knife", "table"), thing("tea-1", "tea", "table"));

    EpisodeEvent.Ended ended =
        run(
            guarded(robot, "rule: no knife to the user, things: knife, to: user"),
            "bring knife",
            "bring tea");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("no knife to the user");
    assertThat(robot.whereIs("tea-1")).contains("user");
    assertThat(robot.whereIs("knife-1")).contains("table");
  }

  @Test
  void aForbiddenPlaceIsNotLookedIntoAndTheEndSaysWhy() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "fridge"));

    EpisodeEvent.Ended ended =
        run(guarded(robot, "rule: stay away from the fridge, at: fridge"), "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message())
        .contains("saw no coke", "The policy forbids it: stay away from the fridge");
    assertThat(robot.executed()).noneMatch(skill -> skill.contains("fridge"));
    assertThat(robot.executed()).noneMatch(skill -> skill.startsWith("find"));
  }

  @Test
  void aRuleIsNotBlamedForWhatFailsAfterwards() {
    Thing anvil =
        new Thing(
            "knife-1", "knife", "table", true, true, true, false, Thing.Fit.TOO_HEAVY, Set.of());
    SketchRobot robot = new SketchRobot(KITCHEN, "table", anvil);

    EpisodeEvent.Ended ended =
        run(
            guarded(robot, "rule: stay away from the fridge, at: fridge"),
            "tell count tea",
            "bring knife");

    assertThat(told.get(0)).contains("stay away from the fridge");
    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("knife").doesNotContain("policy");
  }

  @Test
  void anAnswerSaysWhereARuleKeptItFromLooking() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "fridge"));

    run(guarded(robot, "rule: stay away from the fridge, at: fridge"), "tell whether coke");
    run(guarded(robot, "rule: stay away from the stove, at: stove"), "tell whether coke");

    assertThat(told.get(0)).contains("I see no coke", "stay away from the fridge");
    assertThat(told).hasSize(2);
  }

  @Test
  void aForbiddenWayIsGoneRound() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));

    EpisodeEvent.Ended ended =
        run(guarded(robot, "rule: nothing is brought, skills: bring"), "bring coke");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(robot.executed()).doesNotContain("bring it to you");
  }

  @Test
  void whatNothingForbidsGoesAsWithoutAPolicy() {
    SketchRobot with = new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "fridge"));
    SketchRobot without = new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "fridge"));

    EpisodeEvent.Ended guarded =
        run(guarded(with, "rule: no blades to people, things: sharp, to: person"), "bring coke");
    EpisodeEvent.Ended free =
        run(guarded(without, "rule: nothing at night, times: 22:00-06:00"), "bring coke");

    assertThat(guarded).isEqualTo(free);
    assertThat(with.executed()).isEqualTo(without.executed()).isNotEmpty();
  }

  @Test
  void aPersonsScriptDoesNotGetAroundIt() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("knife-1", "knife", "table"));
    GuardedRobot guarded = guarded(robot, "rule: no knife to the user, things: knife, to: user");

    EpisodeEvent.Ended ended =
        new ScriptPlanner(
                """
                pick_up("knife");
                skills.bring();
                go_to("user");
                put_down("knife");
                tell("done");
                """,
                SkillLibrary.standard(),
                AffordanceFunction.none(),
                User.nobody(),
                40,
                () -> 0)
            .run(new Instruction("test"), guarded, Map.of(), event -> {});

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("no knife to the user");
    assertThat(robot.executed()).containsExactly("pick up the knife", "put down the knife");
    assertThat(robot.whereIs("knife-1")).contains("table");
  }

  @Test
  void stepByStepAnEpisodeEndsAsRefusedAfterThreeForbiddenSkills() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("knife-1", "knife", "table"));
    UsefulnessScorer say =
        new UsefulnessScorer() {
          @Override
          public String name() {
            return "stubborn";
          }

          @Override
          public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
            return skills.stream()
                .mapToDouble(skill -> skill.text().equals("pick up the knife") ? -0.1 : -9)
                .toArray();
          }

          @Override
          public void close() {}
        };

    EpisodeEvent.Ended ended =
        new SayCanPlanner(
                SkillLibrary.standard(),
                say,
                AffordanceFunction.none(),
                new SayCanPlanner.Settings(PlanPrompt.Style.SCENE, 40),
                () -> 0)
            .run(
                new Instruction("test"),
                guarded(robot, "rule: no knives, things: knife"),
                Map.of(),
                event -> {});

    assertThat(ended)
        .isEqualTo(new EpisodeEvent.Ended(Outcome.REFUSED, "The policy forbids it: no knives", 3));
    assertThat(robot.executed()).isEmpty();
  }
}
