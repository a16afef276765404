package io.souschef.planner;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.played.Rooms;
import io.souschef.planner.played.SketchRobot;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThinkAheadTest {

  private static final int STEPS = 12;

  static List<Long> seeds() {
    return new Random(7).longs(40).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyEpisodeIsTheOneThatItWouldBeWithoutWhateverHappens(long seed) {
    for (boolean disturbed : new boolean[] {false, true}) {
      List<EpisodeEvent> without = play(seed, disturbed, Scores.ALL, false);
      List<EpisodeEvent> with = play(seed, disturbed, Scores.ALL, true);
      assertThat(comparable(with)).isEqualTo(comparable(without));
      assertThat(comparable(play(seed, disturbed, Scores.ALL, true))).isEqualTo(comparable(with));
      assertThat(thoughts(without)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void soItIsWhereOnlyTheBestIsScored(long seed) {
    assertThat(chosen(play(seed, true, Scores.BEST, true)))
        .isEqualTo(chosen(play(seed, true, Scores.BEST, false)));
  }

  @Test
  void whatWasPreparedIsUsedWhereThingsAreAsExpectedAndThrownAwayWhereNot() {
    List<EpisodeEvent.ThoughtAhead> quiet = new ArrayList<>();
    List<EpisodeEvent.ThoughtAhead> wild = new ArrayList<>();
    seeds().forEach(seed -> quiet.addAll(thoughts(play(seed, false, Scores.ALL, true))));
    seeds().forEach(seed -> wild.addAll(thoughts(play(seed, true, Scores.ALL, true))));

    assertThat(quiet).anyMatch(EpisodeEvent.ThoughtAhead::used);
    assertThat(wild).anyMatch(EpisodeEvent.ThoughtAhead::used);
    assertThat(wild).anyMatch(thought -> !thought.used());
    assertThat(wild).allMatch(thought -> thought.used() == thought.because().isEmpty());
    assertThat(share(quiet)).isGreaterThan(share(wild));
  }

  private static double share(List<EpisodeEvent.ThoughtAhead> thoughts) {
    return thoughts.stream().mapToDouble(thought -> thought.used() ? 1 : 0).average().orElse(0);
  }

  @Test
  void aModelThatFailsInThoughtIsAskedInEarnest() {
    AtomicInteger calls = new AtomicInteger();
    List<EpisodeEvent> events = new ArrayList<>();
    UsefulnessScorer failing =
        new Whim(3) {
          @Override
          public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
            if (Thread.currentThread().getName().contains("forethought")) {
              calls.incrementAndGet();
              throw new ScoringException("no answer");
            }
            return super.score(prompt, skills);
          }
        };
    run(failing, robot(3, false), Scores.ALL, true, events);

    assertThat(calls.get()).isPositive();
    assertThat(comparable(events)).isEqualTo(comparable(play(3, false, Scores.ALL, false)));
  }

  @Test
  void aServerThatMayBePaidByTheWordIsNeverAskedInVain() {
    List<EpisodeEvent> events = new ArrayList<>();
    UsefulnessScorer served =
        new Whim(3) {
          @Override
          public OptionalLong servedTokens() {
            return OptionalLong.of(0);
          }
        };
    run(served, robot(3, false), Scores.ALL, true, events);

    assertThat(thoughts(events)).isEmpty();
  }

  private static List<EpisodeEvent> comparable(List<EpisodeEvent> events) {
    return events.stream()
        .filter(event -> !(event instanceof EpisodeEvent.Timed))
        .filter(event -> !(event instanceof EpisodeEvent.ThoughtAhead))
        .toList();
  }

  private static List<String> chosen(List<EpisodeEvent> events) {
    return events.stream()
        .filter(EpisodeEvent.Decided.class::isInstance)
        .map(event -> ((EpisodeEvent.Decided) event).decision().chosen().skill().text())
        .toList();
  }

  private static List<EpisodeEvent.ThoughtAhead> thoughts(List<EpisodeEvent> events) {
    return events.stream()
        .filter(EpisodeEvent.ThoughtAhead.class::isInstance)
        .map(EpisodeEvent.ThoughtAhead.class::cast)
        .toList();
  }

  private static List<EpisodeEvent> play(
      long seed, boolean disturbed, Scores scores, boolean thinkAhead) {
    List<EpisodeEvent> events = new ArrayList<>();
    run(new Whim(seed), robot(seed, disturbed), scores, thinkAhead, events);
    return events;
  }

  private static void run(
      UsefulnessScorer say,
      SketchRobot robot,
      Scores scores,
      boolean thinkAhead,
      List<EpisodeEvent> events) {
    new SayCanPlanner(
            SkillLibrary.standard(),
            say,
            new Feasible(),
            new SayCanPlanner.Settings(PlanPrompt.Style.SCENE, STEPS, scores, thinkAhead),
            () -> 0)
        .run(new Instruction("whatever comes to mind"), robot, Map.of(), events::add);
  }

  /** A kitchen of which the robot knows a part; where it is disturbed, many skills fail. */
  private static SketchRobot robot(long seed, boolean disturbed) {
    Random random = new Random(seed);
    List<String> places = List.of("table", "counter", "shelf", "fridge", "drawer");
    List<Thing> things = new ArrayList<>();
    for (String kind : Rooms.KINDS) {
      String place = places.get(random.nextInt(places.size()));
      things.add(thing(kind + "-1", kind, place));
    }
    SketchRobot robot =
        new SketchRobot(Rooms.KITCHEN, "table", things.toArray(Thing[]::new)).knowing();
    if (disturbed) {
      for (String kind : Rooms.KINDS.subList(0, 4)) {
        robot.breaking("pick up the " + kind).breaking("find a " + kind);
      }
      robot.breaking("go to the counter").breaking("open the fridge");
    }
    return robot;
  }

  /** Fancies something else at every prompt, the same every time; asked by one thread at a time. */
  private static class Whim implements UsefulnessScorer {
    private final long seed;
    private final AtomicBoolean busy = new AtomicBoolean();

    Whim(long seed) {
      this.seed = seed;
    }

    @Override
    public String name() {
      return "whim";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      if (!busy.compareAndSet(false, true)) {
        throw new AssertionError("Two threads ask at once");
      }
      try {
        Random random = new Random(seed ^ prompt.toString().hashCode());
        return skills.stream().mapToDouble(skill -> -9 * random.nextDouble()).toArray();
      } finally {
        busy.set(false);
      }
    }

    @Override
    public void close() {}
  }

  /** Only what is declared to be possible, by what is seen. */
  private static final class Feasible implements AffordanceFunction {
    private static final io.souschef.skills.rule.SkillRules RULES =
        new io.souschef.skills.rule.SkillRules(SkillLibrary.standard());

    @Override
    public String name() {
      return "declared";
    }

    @Override
    public double[] values(Observation now, Attempts earlier, List<GroundedSkill> skills) {
      var world = io.souschef.skills.effect.world.WorldSketch.of(now, Rooms.KITCHEN);
      return skills.stream()
          .mapToDouble(skill -> RULES.check(skill, world).isPossible() ? 0.9 : 0.01)
          .toArray();
    }

    @Override
    public void close() {}
  }
}
