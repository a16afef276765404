package io.souschef.sim.ideal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.SceneRandomizer;
import io.souschef.sim.kitchen.SceneRandomizer.Clutter;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdealKitchenTest {

  private static final SkillLibrary LIBRARY = SkillLibrary.standard();
  private static final Kitchen KITCHEN = KitchenFile.standard();

  private static IdealKitchen robot(String scene) {
    return new IdealKitchen(new SceneReader(KITCHEN).parse("test", scene, 1));
  }

  private static SkillResult run(IdealKitchen robot, String text) {
    GroundedSkill skill =
        LIBRARY
            .parse(text, robot.vocabulary(), robot.observe())
            .orElseThrow(() -> new AssertionError("No skill '" + text + "'"));
    return robot.execute(skill, progress -> {});
  }

  private static void runAll(IdealKitchen robot, String... texts) {
    for (String text : texts) {
      assertThat(run(robot, text)).as(text).isInstanceOf(SkillResult.Succeeded.class);
    }
  }

  private static WorldObject object(IdealKitchen robot, String id) {
    return robot.worldState().object(id).orElseThrow();
  }

  @Test
  void bringsACokeToTheUser() {
    IdealKitchen robot = robot("objects: [{kind: coke, at: table}]");
    runAll(robot, "find a coke", "pick up the coke", "bring it to you", "put down the coke");
    assertThat(object(robot, "coke-1").place()).contains("user");
    assertThat(robot.worldState().visited()).containsExactly("table", "user");
    assertThat(robot.worldState().held()).isEmpty();
  }

  @Test
  void whatIsHeldRidesBeforeTheRobot() {
    IdealKitchen robot = robot("objects: [{kind: coke, at: table}]");
    runAll(robot, "find a coke", "pick up the coke", "go to the sink");
    Observation now = robot.observe();
    ObservedObject held = now.held().orElseThrow();
    assertThat(held.pose().floorDistanceTo(now.base())).isBetween(0.1, 0.5);
    assertThat(held.pose().z()).isBetween(0.5, 1.0);
  }

  @Test
  void findsTheNextOfAKindAfterOneWasDelivered() {
    IdealKitchen robot = robot("objects: [{kind: coke, at: table, count: 2}]");
    runAll(
        robot,
        "find a coke",
        "pick up the coke",
        "go to the sink",
        "put the coke in the sink",
        "find a coke",
        "pick up the coke",
        "go to the sink",
        "put the coke in the sink");
    assertThat(robot.worldState().objects())
        .extracting(WorldObject::place)
        .containsOnly(Optional.of("sink"));
  }

  @Test
  void knowsWhatAFridgeHoldsOnlyAfterOpeningIt() {
    IdealKitchen robot = robot("objects: [{kind: milk carton, at: fridge}]");
    assertThat(robot.observe().objects()).isEmpty();
    assertFailure(robot, "find a milk carton", FailureReason.NOT_FOUND);
    assertFailure(robot, "open the fridge", FailureReason.UNREACHABLE);
    runAll(robot, "go to the fridge");
    assertFailure(robot, "take the milk carton out of the fridge", FailureReason.CLOSED);
    runAll(robot, "open the fridge");
    assertThat(robot.observe().objects())
        .extracting(ObservedObject::kind)
        .containsExactly("milk carton");
    runAll(robot, "take the milk carton out of the fridge");
    assertThat(robot.worldState().held()).contains("milk carton-1");
    assertFailure(robot, "close the fridge", FailureReason.HAND_FULL);
  }

  @Test
  void whatLiesInADrawerRidesAlong() {
    IdealKitchen robot =
        robot("{objects: [{kind: spoon, at: top drawer}], robot: {at: top drawer}}");
    double shut = object(robot, "spoon-1").pose().y();
    runAll(robot, "open the top drawer");
    assertThat(object(robot, "spoon-1").pose().y()).isLessThan(shut - 0.3);
    runAll(robot, "close the top drawer");
    assertThat(object(robot, "spoon-1").pose().y()).isCloseTo(shut, within(1e-9));
    assertFailure(robot, "pick up the spoon", FailureReason.CLOSED);
  }

  @Test
  void wipesASpillWithASpongeOnly() {
    IdealKitchen robot =
        robot(
            "objects: [{kind: spill, at: table}, {kind: sponge, at: sink}, {kind: coke, at:"
                + " sink}]");
    runAll(robot, "go to the table");
    assertFailure(robot, "wipe the table", FailureReason.HAND_EMPTY);
    runAll(robot, "find a sponge", "pick up the sponge");
    assertFailure(robot, "wipe the table", FailureReason.UNREACHABLE);
    runAll(robot, "go to the table", "wipe the table");
    assertThat(robot.worldState().wiped()).containsExactly("table");
    assertThat(robot.worldState().object("spill-1")).isEmpty();
  }

  @Test
  void standsThingsUpAndKnocksThemOver() {
    IdealKitchen robot =
        robot("{objects: [{kind: coke, at: table, fallen: true}], robot: {at: table}}");
    assertThat(object(robot, "coke-1").isUpright()).isFalse();
    runAll(robot, "place the coke upright");
    assertThat(object(robot, "coke-1").isUpright()).isTrue();
    runAll(robot, "knock over the coke");
    assertThat(object(robot, "coke-1").isUpright()).isFalse();
  }

  @Test
  void movesOneThingNearAnother() {
    IdealKitchen robot =
        robot("objects: [{kind: coke, at: table}, {kind: apple, at: far counter}]");
    runAll(robot, "find a coke", "move the coke near the apple");
    WorldObject coke = object(robot, "coke-1");
    assertThat(coke.place()).contains("far counter");
    assertThat(coke.pose().floorDistanceTo(object(robot, "apple-1").pose())).isLessThan(0.3);
  }

  @Test
  void aBinTakesMoreThanItsFloorHolds() {
    IdealKitchen robot = robot("objects: [{kind: rice chips, at: close counter, count: 12}]");
    for (int i = 0; i < 12; i++) {
      runAll(
          robot,
          "find some rice chips",
          "pick up the rice chips",
          "go to the trash can",
          "put the rice chips in the trash can");
    }
    assertThat(robot.worldState().objects())
        .extracting(WorldObject::place)
        .containsOnly(Optional.of("trash can"));
  }

  @ParameterizedTest
  @CsvSource({
    "pick up the plate, TOO_WIDE",
    "pick up the water jug, TOO_HEAVY",
    "pick up the apple, UNREACHABLE",
    "pick up the pepsi, NOT_FOUND",
    "find a pepsi, NOT_FOUND",
    "put down the coke, HAND_EMPTY",
    "put the coke on the table, HAND_EMPTY",
    "bring it to you, HAND_EMPTY",
    "open the fridge, UNREACHABLE",
    "wipe the table, HAND_EMPTY",
    "place the pepsi upright, NOT_FOUND"
  })
  void failsForTheReasonThatPhysicsWouldGive(String skill, FailureReason reason) {
    IdealKitchen robot =
        robot(
            """
            robot: {at: table}
            objects:
              - {kind: coke, at: table}
              - {kind: plate, at: table}
              - {kind: water jug, at: table}
              - {kind: apple, at: far counter}
            """);
    assertFailure(robot, skill, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "pick up the coke, HAND_FULL",
    "put the sponge on the far counter, UNREACHABLE",
    "put down the coke, HAND_EMPTY",
    "knock over the coke, HAND_FULL"
  })
  void failsForAFullHand(String skill, FailureReason reason) {
    IdealKitchen robot =
        robot("{robot: {at: table, holding: sponge}, objects: [{kind: coke, at: table}]}");
    assertFailure(robot, skill, reason);
  }

  @Test
  void whatIsInTheHandIsStoodUpHere() {
    IdealKitchen robot = robot("robot: {at: table, holding: coke}");
    runAll(robot, "place the coke upright");
    assertThat(robot.worldState().held()).isEmpty();
    assertThat(object(robot, "coke-1").place()).contains("table");
  }

  @Test
  void aFailedSkillChangesNothing() {
    IdealKitchen robot = robot("{robot: {at: table}, objects: [{kind: plate, at: table}]}");
    var before = robot.worldState();
    assertFailure(robot, "pick up the plate", FailureReason.TOO_WIDE);
    assertThat(robot.worldState()).isEqualTo(before);
  }

  @Test
  void disturbancesStrikeWhenTheyAreDue() {
    IdealKitchen robot =
        robot(
            """
            objects: [{kind: coke, at: table}]
            disturbances: [{skill: pick_up, move: {object: coke-1, to: sink}}]
            """);
    runAll(robot, "find a coke");
    assertFailure(robot, "pick up the coke", FailureReason.UNREACHABLE);
    runAll(robot, "find a coke", "pick up the coke");
    assertThat(robot.worldState().visited()).containsExactly("table", "sink");
  }

  @Test
  void everySkillEndsInSomeResultInAnyScene() {
    SceneRandomizer scenes = new SceneRandomizer(KITCHEN, Clutter.ANY);
    SplittableRandom random = new SplittableRandom(3);
    for (long seed = 0; seed < 8; seed++) {
      IdealKitchen robot = new IdealKitchen(scenes.scene(seed));
      int objects = robot.worldState().objects().size();
      for (int i = 0; i < 30; i++) {
        List<GroundedSkill> skills = LIBRARY.ground(robot.vocabulary(), robot.observe());
        GroundedSkill skill = skills.get(random.nextInt(skills.size()));
        assertThat(robot.execute(skill, progress -> {})).isNotNull();
      }
      assertThat(robot.worldState().objects()).hasSizeLessThanOrEqualTo(objects);
      assertThat(robot.worldState().objects())
          .allSatisfy(
              object ->
                  assertThat(
                          object.place().isPresent()
                              || robot.worldState().held().filter(object.id()::equals).isPresent())
                      .isTrue());
    }
  }

  private static void assertFailure(IdealKitchen robot, String skill, FailureReason reason) {
    assertThat(run(robot, skill))
        .as(skill)
        .isInstanceOfSatisfying(
            SkillResult.Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
  }
}
