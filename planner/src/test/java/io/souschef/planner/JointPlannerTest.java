package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.decision.Blend;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.played.Talker;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointPlannerTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("coke", "cokes", true, Set.of("drink"), List.of()),
              new Vocabulary.Kind("tea", "teas", true, Set.of("drink"), List.of()),
              new Vocabulary.Kind("rice chips", "rice chips", true, Set.of("chips"), List.of()),
              new Vocabulary.Kind(
                  "kettle chips", "kettle chips", true, Set.of("chips"), List.of())),
          List.of(
              new Place("user", Place.Kind.PERSON, Pose.upright(0, 0, 0.8, 0), 1, 1),
              new Place("table", Place.Kind.SURFACE, Pose.upright(2, 0, 0.8, 0), 1, 1),
              new Place("fridge", Place.Kind.CLOSABLE, Pose.upright(6, 0, 0.8, 0), 1, 1)));

  private final List<EpisodeEvent> events = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.8, 1})
  void whatProgramsNeedIsDoneStepByStepToItsEnd(double programs) {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "fridge"));

    EpisodeEvent.Ended ended = run(robot, programs, Map.of("bring coke", 0.9, "bring tea", 0.05));

    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(events).contains(new EpisodeEvent.Reached("bring(\"coke\");"));
  }

  @Test
  void everyDecisionIsSayTimesCanOverProbabilitiesThatSumToOne() {
    run(
        new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table")),
        0.8,
        Map.of("bring coke", 0.7, "find tea", 0.2));

    List<EpisodeEvent.Decided> decided =
        events.stream()
            .filter(EpisodeEvent.Decided.class::isInstance)
            .map(EpisodeEvent.Decided.class::cast)
            .toList();
    assertThat(decided).hasSizeGreaterThan(2);
    for (EpisodeEvent.Decided one : decided) {
      List<Candidate> candidates = one.decision().candidates();
      assertThat(candidates).hasSizeGreaterThan(1);
      assertThat(candidates.stream().mapToDouble(Candidate::say).sum()).isCloseTo(1, within(1e-6));
      assertThat(one.decision().chosen()).isEqualTo(candidates.get(0));
    }
    assertThat(decided.get(decided.size() - 1).decision().chosen().skill().isDone()).isTrue();
  }

  @Test
  void whatIsUnclearIsAskedAsByPrograms() {
    answers.add("2");
    SketchRobot robot =
        new SketchRobot(
            KITCHEN, "table", thing("coke-1", "coke", "table"), thing("tea-1", "tea", "table"));

    run(robot, 0.8, Map.of("bring coke", 0.42, "bring tea", 0.4));

    assertThat(robot.whereIs("tea-1")).contains("user");
    assertThat(robot.whereIs("coke-1")).contains("table");
  }

  @Test
  void whichOfSeveralThingsIsMeantIsAskedAndNobodyAnsweringEndsIt() {
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            "table",
            thing("rice-1", "rice chips", "table"),
            thing("kettle-1", "kettle chips", "table"));

    assertThat(run(robot, 0.8, Map.of("bring the chips", 0.9)).outcome())
        .isEqualTo(Outcome.UNANSWERED);
    assertThat(robot.executed()).isEmpty();
    answers.add("the kettle ones");
    assertThat(run(robot, 0.8, Map.of("bring the chips", 0.9)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("kettle-1")).contains("user");
  }

  @Test
  void whatIsNowhereIsLookedForAndGivenUp() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("tea-1", "tea", "table"));

    EpisodeEvent.Ended ended = run(robot, 0.8, Map.of("bring coke", 0.9));

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("saw no coke");
    assertThat(robot.whereIs("tea-1")).contains("table");
    assertThat(robot.isOpen("fridge")).isFalse();
  }

  @Test
  void conditionsAreLookedAtAndQuestionsAnswered() {
    SketchRobot robot = new SketchRobot(KITCHEN, "user", thing("tea-1", "tea", "fridge"));

    EpisodeEvent.Ended ended =
        run(
            robot,
            0.8,
            Map.of("if exists coke|bring same coke|else|bring tea|end|tell where tea", 0.9));

    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("tea-1")).contains("user");
    assertThat(told).hasSize(1);
  }

  @Test
  void whatWouldHarmIsRefusedAndTheSameLeavesTheSameTrace() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("coke-1", "coke", "table"));
    assertThat(run(robot, 0.8, Map.of("refuse", 0.9)).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(robot.executed()).isEmpty();

    assertThat(trace()).isEqualTo(trace()).isNotEmpty();
  }

  private List<EpisodeEvent> trace() {
    events.clear();
    run(
        new SketchRobot(KITCHEN, "user", thing("coke-1", "coke", "fridge")),
        0.5,
        Map.of("bring coke", 0.7, "bring tea", 0.2));
    return List.copyOf(events);
  }

  @Test
  void aBlendIsADistributionBetweenItsTwoViews() {
    double[] steps = {Math.log(0.6), Math.log(0.3), Double.NEGATIVE_INFINITY};
    double[] shares = {0, 1, 0};

    double[] onlySteps = new Blend(0).of(steps, shares);
    double[] both = new Blend(0.5).of(steps, shares);
    double[] onlyPrograms = new Blend(1).of(steps, shares);

    for (double[] blended : List.of(onlySteps, both, onlyPrograms)) {
      double sum = 0;
      for (double log : blended) {
        assertThat(log).isLessThanOrEqualTo(0);
        sum += Math.exp(log);
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
    assertThat(onlySteps[0]).isGreaterThan(onlySteps[1]);
    assertThat(both[1]).isGreaterThan(both[0]);
    assertThat(both[1]).isBetween(onlySteps[1], onlyPrograms[1]);
  }

  private EpisodeEvent.Ended run(SketchRobot robot, double programs, Map<String, Double> meanings) {
    return new JointPlanner(
            SkillLibrary.standard(),
            new JointPlanner.Model(new Torn(meanings), new Indifferent()),
            AffordanceFunction.none(),
            new Talker(answers, told),
            ProgramPlanner.Settings.standard(40),
            new Blend(programs),
            () -> 0)
        .run(new Instruction("as I said"), robot, Map.of(), events::add);
  }

  /** A model that is torn between programs, the lines of each with bars between them. */
  private record Torn(Map<String, Double> programs) implements ProgramWriter {

    @Override
    public String name() {
      return "torn";
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      return programs.entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .map(
              program -> {
                List<String> lines = new ArrayList<>(List.of(program.getKey().split("\\|")));
                lines.add(Shorthand.DONE);
                return new Written(Shorthand.parse(lines), lines, program.getValue());
              })
          .toList();
    }

    @Override
    public void close() {}
  }

  /** A model to which every skill is as good as another. */
  private static final class Indifferent implements UsefulnessScorer {

    @Override
    public String name() {
      return "indifferent";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      return skills.stream().mapToDouble(skill -> -6).toArray();
    }

    @Override
    public void close() {}
  }
}
