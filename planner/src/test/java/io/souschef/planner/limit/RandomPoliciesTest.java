package io.souschef.planner.limit;

import static io.souschef.planner.played.SketchRobot.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.played.SketchRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.policy.GuardedRobot;
import io.souschef.skills.policy.Policy;
import io.souschef.skills.policy.PolicyRule;
import io.souschef.skills.policy.TimeSpan;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random policies and random plans: nothing that is forbidden reaches the robot underneath. */
class RandomPoliciesTest {

  private static final SkillLibrary LIBRARY = SkillLibrary.standard();
  private static final int PLANS = 25;
  private static final int SKILLS = 40;
  private static final Vocabulary KITCHEN = PolicyTest.KITCHEN;
  private static final List<String> KINDS =
      KITCHEN.kinds().stream().map(Vocabulary.Kind::noun).toList();
  private static final List<String> PLACES = KITCHEN.places().stream().map(Place::name).toList();

  private int forbidden;
  private int executed;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingForbiddenReachesTheRobot(long seed) {
    Random random = new Random(seed);
    for (int plan = 0; plan < PLANS; plan++) {
      play(random);
    }
    // Neither of them for want of the other.
    assertThat(forbidden).isGreaterThan(PLANS);
    assertThat(executed).isGreaterThan(PLANS);
  }

  private void play(Random random) {
    List<PolicyRule> rules = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      rules.add(rule(random));
    }
    LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
    SketchRobot robot =
        new SketchRobot(
            KITCHEN,
            pick(random, PLACES),
            KINDS.stream()
                .map(kind -> thing(kind + "-1", kind, pick(random, PLACES)))
                .toArray(io.souschef.skills.effect.world.Thing[]::new));
    Witness witness = new Witness(robot, rules, time);
    GuardedRobot guarded =
        new GuardedRobot(
            witness,
            new Policy("random", rules, true)
                .over(
                    LIBRARY,
                    KITCHEN,
                    Clock.fixed(
                        time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)));
    List<GroundedSkill> skills = skills(guarded);
    for (int i = 0; i < SKILLS; i++) {
      if (i % 10 == 0) {
        skills = skills(guarded);
      }
      SkillResult result = guarded.execute(pick(random, skills), progress -> {});
      if (result instanceof SkillResult.Failed failed
          && failed.reason() == FailureReason.FORBIDDEN) {
        forbidden++;
        assertThat(failed.message())
            .matches(words -> rules.stream().anyMatch(rule -> words.contains(rule.words())));
      }
    }
    executed += robot.executed().size();
  }

  private static List<GroundedSkill> skills(GuardedRobot robot) {
    return LIBRARY.ground(KITCHEN, robot.observe()).stream()
        .filter(skill -> !skill.isDone())
        .toList();
  }

  private static PolicyRule rule(Random random) {
    while (true) {
      int parts = 1 + random.nextInt(31);
      boolean to = random.nextBoolean();
      List<String> where = (parts & 2) == 0 ? List.of() : List.of(pick(random, PLACES));
      return new PolicyRule(
          "rule " + random.nextInt(1000),
          (parts & 1) == 0 ? List.of() : List.of(pick(random, KINDS), pick(random, KINDS)),
          to ? where : List.of(),
          to ? List.of() : where,
          (parts & 4) == 0 ? List.of() : List.of(pick(random, PLACES)),
          (parts & 8) == 0 ? List.of() : List.of(pick(random, ACTIONS), pick(random, ACTIONS)),
          (parts & 16) == 0
              ? List.of()
              : List.of(
                  new TimeSpan(
                      LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 30))));
    }
  }

  private static final List<String> ACTIONS = LIBRARY.actions().stream().sorted().toList();

  private static <T> T pick(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Stands between guard and robot and judges, by what really happened, what comes through. */
  private static final class Witness extends ForwardingRobot {
    private final SketchRobot robot;
    private final List<PolicyRule> rules;
    private final LocalTime time;

    Witness(SketchRobot robot, List<PolicyRule> rules, LocalTime time) {
      super(robot);
      this.robot = robot;
      this.rules = rules;
      this.time = time;
    }

    /** Where everything is: at its place, or in the hand where the robot stands. */
    private record State(Map<String, String> lies, Optional<String> held, Optional<String> at) {}

    private State state() {
      Map<String, String> lies = new HashMap<>();
      KINDS.forEach(kind -> robot.whereIs(kind + "-1").ifPresent(p -> lies.put(kind, p)));
      var now = robot.observe();
      return new State(lies, now.held().map(held -> held.kind()), now.at());
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      State before = state();
      SkillResult result = super.execute(skill, progress);
      State after = state();
      for (PolicyRule rule : rules) {
        assertThat(isBroken(rule, skill, before, result.succeeded(), after))
            .as("%s, %s, from %s to %s at %s", rule, skill, before, after, time)
            .isFalse();
      }
      return result;
    }

    private boolean isBroken(
        PolicyRule rule, GroundedSkill skill, State before, boolean succeeded, State after) {
      Set<String> named = new HashSet<>(skill.arguments().values());
      Set<String> kinds = new HashSet<>(named);
      before.held().ifPresent(kinds::add);
      after.held().ifPresent(kinds::add);
      Set<String> at = new HashSet<>(named);
      if (succeeded) {
        after.at().ifPresent(at::add);
      }
      if (!before.lies().equals(after.lies()) || !before.held().equals(after.held())) {
        before.at().ifPresent(at::add); // something was done there
      }
      boolean moves =
          KINDS.stream()
              .filter(kind -> rule.things().isEmpty() || rule.things().contains(kind))
              .anyMatch(
                  kind ->
                      (rule.to().isEmpty() || isBrought(kind, rule.to(), before, after))
                          && (rule.from().isEmpty() || isTaken(kind, rule.from(), before, after)));
      return (rule.skills().isEmpty() || rule.skills().contains(skill.action()))
          && (rule.times().isEmpty() || rule.times().stream().anyMatch(s -> s.contains(time)))
          && (rule.things().isEmpty() || rule.things().stream().anyMatch(kinds::contains))
          && (rule.at().isEmpty() || rule.at().stream().anyMatch(at::contains))
          && ((rule.to().isEmpty() && rule.from().isEmpty()) || moves);
    }

    private static boolean isTaken(String kind, List<String> from, State before, State after) {
      String was = before.lies().get(kind);
      return was != null && from.contains(was) && !was.equals(after.lies().get(kind));
    }

    private static boolean isBrought(String kind, List<String> to, State before, State after) {
      String lay = before.lies().get(kind);
      String lies = after.lies().get(kind);
      if (lies != null) {
        return to.contains(lies) && !lies.equals(lay);
      }
      return after.held().filter(kind::equals).isPresent()
          && after
              .at()
              .filter(to::contains)
              .filter(place -> !place.equals(lay))
              .filter(
                  place -> !before.held().equals(after.held()) || !before.at().equals(after.at()))
              .isPresent();
    }
  }

  @Test
  void theWitnessKnowsABrokenRule() {
    SketchRobot robot = new SketchRobot(KITCHEN, "table", thing("knife-1", "knife", "table"));
    PolicyRule rule =
        new PolicyRule(
            "no knife to the user",
            List.of("knife"),
            List.of("user"),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Witness witness = new Witness(robot, List.of(rule), LocalTime.NOON);
    execute(witness, "pick up the knife");

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> execute(witness, "go to user"))
        .isInstanceOf(AssertionError.class);
  }

  private static void execute(Witness robot, String words) {
    SkillResult unused =
        robot.execute(
            LIBRARY.ground(KITCHEN, robot.observe()).stream()
                .filter(
                    skill ->
                        skill.text().equals(words)
                            || skill.text().equals(words.replace("to ", "to the ")))
                .findFirst()
                .orElseThrow(),
            progress -> {});
  }
}
