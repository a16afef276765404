package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SimulatedRobotTest {

  private static final FloorPlan FLOOR = FloorPlan.of(Scenes.KITCHEN);

  private static SimulatedRobot robot(Scene scene, long seed) {
    return new SimulatedRobot(scene, FLOOR, seed, (k, b, d, r) -> new PlainSight(k, b, d));
  }

  private static SimulatedRobot robot(String yaml) {
    return robot(Scenes.parse(yaml, 1), 1);
  }

  private static SkillResult run(SimulatedRobot robot, GroundedSkill... skills) {
    SkillResult last = new SkillResult.Succeeded(0, "nothing to do");
    for (GroundedSkill skill : skills) {
      last = robot.execute(skill, progress -> {});
    }
    return last;
  }

  private static void assertFailed(SkillResult result, FailureReason reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SkillResult.Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
  }

  private static Optional<String> place(SimulatedRobot robot, String id) {
    return robot.worldState().object(id).orElseThrow().place();
  }

  @Test
  void aFetchedCokeStandsBesideTheUser() {
    SimulatedRobot robot =
        robot(
            "robot: {at: user}\nobjects:\n  - {kind: coke, at: table}\n  - {kind: apple, at: table}\n");

    assertThat(run(robot, skill("find", "object", "coke")).succeeded()).isTrue();
    assertThat(run(robot, skill("pick_up", "object", "coke")).succeeded()).isTrue();
    assertThat(robot.worldState().held()).contains("coke-1");
    assertThat(run(robot, skill("bring")).succeeded()).isTrue();
    assertThat(run(robot, skill("put_down", "object", "coke")).succeeded()).isTrue();

    WorldState state = robot.worldState();
    assertThat(state.held()).isEmpty();
    assertThat(state.object("coke-1").map(WorldObject::isUpright)).contains(true);
    assertThat(place(robot, "coke-1")).contains("user");
    assertThat(place(robot, "apple-1")).contains("table");
    assertThat(state.visited()).endsWith("user");
  }

  @Test
  void somethingThrownAwayLiesInTheBin() {
    SimulatedRobot robot = robot("robot: {at: table}\nobjects:\n  - {kind: apple, at: table}\n");
    SkillResult result =
        run(
            robot,
            skill("find", "object", "apple"),
            skill("pick_up", "object", "apple"),
            skill("go_to", "place", "compost bin"),
            skill("put", "object", "apple", "place", "compost bin"));
    assertThat(result.succeeded()).as("%s", result).isTrue();
    assertThat(place(robot, "apple-1")).contains("compost bin");
  }

  @Test
  void theSameSeedGivesTheSameResultsToTheLastBitOnAnyThread() throws Exception {
    List<Object> here = trace(3);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      var one = executor.submit(() -> trace(3));
      var two = executor.submit(() -> trace(3));
      assertThat(one.get()).isEqualTo(here);
      assertThat(two.get()).isEqualTo(here);
    } finally {
      executor.shutdownNow();
    }
  }

  private static List<Object> trace(long seed) {
    SimulatedRobot robot = robot(Scenes.of(seed), seed);
    List<Object> trace = new ArrayList<>();
    for (GroundedSkill skill :
        List.of(skill("find", "object", "pepsi"), skill("pick_up", "object", "pepsi"))) {
      trace.add(run(robot, skill));
      trace.add(robot.worldState());
      trace.add(robot.observe());
    }
    return trace;
  }

  @Test
  void aForkGoesOnExactlyLikeTheOriginalAndLeavesItAlone()
      throws ExecutionException, InterruptedException {
    SimulatedRobot robot = robot(Scenes.of(2), 5);
    run(robot, skill("find", "object", "mug"), skill("pick_up", "object", "mug"));
    WorldState before = robot.worldState();
    SimulatedRobot fork = robot.fork();
    SimulatedRobot other = robot.fork();
    GroundedSkill[] rest = {skill("bring"), skill("put_down", "object", "mug")};

    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      SkillResult onOtherThread = executor.submit(() -> run(other, rest)).get();
      SkillResult onFork = run(fork, rest);
      assertThat(robot.worldState()).isEqualTo(before);
      SkillResult original = run(robot, rest);

      assertThat(onFork).isEqualTo(original);
      assertThat(onOtherThread).isEqualTo(original);
      assertThat(fork.worldState()).isEqualTo(robot.worldState());
      assertThat(executor.submit(other::worldState).get()).isEqualTo(robot.worldState());
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void nothingEverMovesFasterThanPhysicsAllows() {
    SimulatedRobot robot = robot(Scenes.of(4), 4);
    SpeedTrap trap = SpeedTrap.watch(robot);
    SkillResult result =
        run(
            robot,
            skill("find", "object", "apple"),
            skill("pick_up", "object", "apple"),
            skill("go_to", "place", "trash can"),
            skill("put", "object", "apple", "place", "trash can"));
    assertThat(result.succeeded()).as("%s", result).isTrue();
    trap.assertNothingWasTooFast();
  }

  @Test
  void aWorldThatBlowsUpIsAnErrorAndNoResult() {
    List<KitchenWorld> worlds = new ArrayList<>();
    Scene scene = Scenes.parse("objects: [{kind: coke, at: table}]", 1);
    SimulatedRobot robot =
        new SimulatedRobot(
            scene,
            FLOOR,
            1,
            (kitchen, body, diary, random) -> {
              worlds.add(kitchen);
              return new PlainSight(kitchen, body, diary);
            });
    KitchenWorld kitchen = worlds.get(0);
    Body coke = kitchen.thing("coke-1").orElseThrow().body();
    kitchen.bullet().place(coke, Pose.upright(1, 1, -5, 0));
    assertBroken(robot, "'coke-1' is at height -5.");
    kitchen.bullet().place(coke, Pose.upright(1, 1, 1, 0));
    kitchen.bullet().push(coke, 0, 0, Double.NaN);
    assertBroken(robot, "'coke-1' is nowhere");
  }

  private static void assertBroken(SimulatedRobot robot, String how) {
    assertThatThrownBy(() -> run(robot, skill("go_to", "place", "table")))
        .isInstanceOf(RobotException.class)
        .hasMessageContaining("The simulated world broke after")
        .hasMessageContaining(how);
  }

  @Test
  void skillsFailForPhysicalReasons() {
    SimulatedRobot robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: plate, at: table}
              - {kind: water jug, at: table}
              - {kind: coke, at: table}
              - {kind: sponge, at: far counter}
              - {kind: spoon, at: top drawer}
            """);
    assertFailed(run(robot, skill("pick_up", "object", "sponge")), FailureReason.NOT_FOUND);
    assertFailed(run(robot, skill("bring")), FailureReason.HAND_EMPTY);
    assertFailed(run(robot, skill("put_down", "object", "coke")), FailureReason.HAND_EMPTY);
    assertFailed(
        run(robot, skill("find", "object", "plate"), skill("pick_up", "object", "plate")),
        FailureReason.TOO_WIDE);
    assertFailed(
        run(robot, skill("find", "object", "water jug"), skill("pick_up", "object", "water jug")),
        FailureReason.TOO_HEAVY);
    assertFailed(run(robot, skill("find", "object", "spoon")), FailureReason.NOT_FOUND);
    run(robot, skill("find", "object", "sponge"), skill("go_to", "place", "table"));
    assertFailed(run(robot, skill("pick_up", "object", "sponge")), FailureReason.UNREACHABLE);
    assertThat(run(robot, skill("pick_up", "object", "coke")).succeeded()).isTrue();
    assertFailed(run(robot, skill("pick_up", "object", "plate")), FailureReason.HAND_FULL);
    assertFailed(
        run(robot, skill("put", "object", "coke", "place", "sink")), FailureReason.UNREACHABLE);
    assertFailed(
        run(
            robot,
            skill("go_to", "place", "fridge"),
            skill("put", "object", "coke", "place", "fridge")),
        FailureReason.CLOSED);
    assertFailed(run(robot, skill("juggle")), FailureReason.REJECTED);
  }

  @Test
  void aCanceledSkillEndsAndTheNextOneStillWorks() {
    SimulatedRobot robot = robot("robot: {at: user}\nobjects:\n  - {kind: coke, at: table}\n");
    int[] reports = {0};
    SkillResult result =
        robot.execute(
            skill("find", "object", "coke"),
            progress -> {
              if (++reports[0] == 4) {
                robot.cancel();
              }
            });
    assertThat(result).isInstanceOf(SkillResult.Canceled.class);
    assertThat(run(robot, skill("find", "object", "coke")).succeeded()).isTrue();
  }

  @Test
  void afterAnEmergencyStopEverySkillIsRefused() {
    SimulatedRobot robot = robot("robot: {at: user}\nobjects: []\n");
    robot.emergencyStop();
    assertFailed(run(robot, skill("go_to", "place", "table")), FailureReason.REJECTED);
  }

  @Test
  void misuseIsToldApartFromFailure() {
    SimulatedRobot robot = robot("robot: {at: user}\nobjects: []\n");
    assertThatThrownBy(() -> run(robot, skill("find", "object", "unicorn")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The robot has no word 'unicorn', argument 'object'");
    assertThatThrownBy(() -> robot.execute(skill("go_to", "place", "table"), p -> robot.observe()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A skill is running; wait for its end or cancel it");
    robot.close();
    assertThatThrownBy(robot::observe).hasMessage("The robot is closed");
  }
}
