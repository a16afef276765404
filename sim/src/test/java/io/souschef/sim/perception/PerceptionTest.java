package io.souschef.sim.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.RobotTraits.Lens;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PerceptionTest {

  private static final Vec3 BEFORE_TABLE = new Vec3(3.5, 1.2, 1.3);
  private static final Vec3 TABLE = new Vec3(3.5, 2.25, 0.8);

  private final Kitchen kitchen = KitchenFile.standard();
  private final SceneReader scenes = new SceneReader(kitchen);
  private Perception perception = new Perception(kitchen, SensorNoise.NONE);

  @Test
  void whatStandsInSightIsSeenWithPlaceAndSize() {
    Scene scene = scene("objects: [{kind: coke, at: table}]");
    look(scene, BEFORE_TABLE, TABLE, 1);
    ObservedObject coke = onlyObject();
    assertThat(coke.id()).isEqualTo("coke-1");
    assertThat(coke.place()).contains("table");
    assertThat(coke.visible()).isTrue();
    assertThat(coke.lastSeenS()).isEqualTo(1);
    assertThat(coke.heightM()).isCloseTo(0.122, within(1e-6));
    assertThat(coke.widthM()).isCloseTo(0.066, within(1e-6));
    assertThat(coke.isUpright()).isTrue();
  }

  @Test
  void aFallenThingIsSeenToLie() {
    look(scene("objects: [{kind: coke, at: table, fallen: true}]"), BEFORE_TABLE, TABLE, 1);
    assertThat(onlyObject().isUpright()).isFalse();
    assertThat(onlyObject().heightM()).isCloseTo(0.066, within(1e-6));
  }

  @Test
  void whatIsBehindTheCameraIsNot() {
    Scene scene = scene("objects: [{kind: coke, at: table}]");
    look(scene, BEFORE_TABLE, BEFORE_TABLE.plus(new Vec3(0, -1, -0.3)), 1);
    assertThat(observation().objects()).isEmpty();
  }

  @Test
  void whatIsBehindSomethingIsNot() {
    String hidden =
        """
        objects:
          - {kind: cereal box, pose: [3.5, 2.0, 0.866, 0]}
          - {kind: candy, pose: [3.5, 2.1, 0.754, 0]}
        """;
    look(scene(hidden), new Vec3(3.5, 1.2, 0.95), TABLE, 1);
    assertThat(observation().objects())
        .extracting(ObservedObject::kind)
        .containsExactly("cereal box");
    look(scene(hidden), new Vec3(3.5, 3.2, 0.95), TABLE, 2);
    assertThat(observation().objects())
        .extracting(ObservedObject::kind)
        .containsExactlyInAnyOrder("cereal box", "candy");
  }

  @Test
  void aClosedDrawerHidesWhatIsInsideAndAnOpenOneShowsIt() {
    Vec3 eye = new Vec3(1.2, 3.6, 1.35);
    Vec3 drawer = new Vec3(1.2, 4.2, 0.7);
    look(scene("objects: [{kind: spoon, at: top drawer}]"), eye, drawer, 1);
    assertThat(observation().objects()).isEmpty();
    assertThat(observation().place("top drawer").orElseThrow().open()).contains(false);
    assertThat(observation().place("top drawer").orElseThrow().lastLookedS()).isEmpty();
    Scene open = scene("{objects: [{kind: spoon, at: top drawer}], doors: {top drawer: open}}");
    look(open, eye, drawer, 2);
    assertThat(onlyObject().place()).contains("top drawer");
    assertThat(observation().place("top drawer").orElseThrow().open()).contains(true);
    assertThat(observation().place("top drawer").orElseThrow().lastLookedS()).hasValue(2);
  }

  @Test
  void aClosedFridgeHidesWhatIsInsideAndAnOpenOneShowsIt() {
    Vec3 eye = new Vec3(0.6, 3.3, 1.3);
    Vec3 fridge = new Vec3(0.45, 4.6, 1.0);
    look(scene("objects: [{kind: coke, at: fridge}]"), eye, fridge, 1);
    assertThat(observation().objects()).isEmpty();
    look(scene("{objects: [{kind: coke, at: fridge}], doors: {fridge: open}}"), eye, fridge, 2);
    assertThat(onlyObject().place()).contains("fridge");
  }

  @Test
  void whatLiesInADrawerIsRememberedWhereItWentWhenItWasShut() {
    Vec3 eye = new Vec3(1.2, 3.6, 1.35);
    Vec3 drawer = new Vec3(1.2, 4.2, 0.7);
    Scene open = scene("{objects: [{kind: spoon, at: top drawer}], doors: {top drawer: open}}");
    look(open, eye, drawer, 1);
    look(scene("objects: []"), eye, drawer, 2);
    assertThat(onlyObject().place()).contains("top drawer");
    assertThat(onlyObject().visible()).isFalse();
  }

  @Test
  void aSpillIsSeen() {
    look(scene("objects: [{kind: spill, at: table}]"), BEFORE_TABLE, TABLE, 1);
    assertThat(onlyObject().kind()).isEqualTo("spill");
  }

  @Test
  void twoOfAKindKeepTheirNamesWhileTheyMoveALittle() {
    WorldObject left = object("coke", "a", 3.2, 2.2);
    WorldObject right = object("coke", "b", 3.7, 2.2);
    look(List.of(left, right), 1);
    Map<String, Pose> before = poses();
    look(List.of(object("coke", "b", 3.75, 2.25), object("coke", "a", 3.25, 2.15)), 2);
    Map<String, Pose> after = poses();
    assertThat(after.keySet()).isEqualTo(before.keySet()).hasSize(2);
    before.forEach(
        (id, pose) -> assertThat(after.get(id)).matches(now -> now.distanceTo(pose) < 0.1));
  }

  @Test
  void whatIsGoneFromItsSpotIsForgottenAfterTwoLooks() {
    look(List.of(object("coke", "a", 3.2, 2.2)), 1);
    look(List.of(), 2);
    assertThat(onlyObject().visible()).isFalse();
    look(List.of(), 3);
    assertThat(observation().objects()).isEmpty();
  }

  @Test
  void whatIsOutOfSightIsRemembered() {
    look(List.of(object("coke", "a", 3.2, 2.2)), 1);
    Scene empty = scene("objects: []");
    for (int i = 2; i < 8; i++) {
      look(empty, BEFORE_TABLE, new Vec3(3.5, 0.2, 0.5), i);
    }
    assertThat(onlyObject().lastSeenS()).isEqualTo(1);
  }

  @Test
  void theHeldThingKeepsItsNameFromGraspToRelease() {
    look(List.of(object("coke", "a", 3.2, 2.2), object("coke", "b", 3.7, 2.2)), 1);
    WorldObject held = object("coke", "b", 3.7, 2.1);
    Observation holding = perception.observation(2, Pose.upright(3.5, 1.2, 0, 1), at(), held(held));
    assertThat(holding.held().orElseThrow().id()).isEqualTo("coke-2");
    assertThat(holding.objects()).extracting(ObservedObject::id).containsExactly("coke-1");
    WorldObject far = object("coke", "b", 3.9, 2.4);
    perception.observation(3, Pose.upright(3.5, 1.2, 0, 1), at(), held(far));
    look(List.of(object("coke", "a", 3.2, 2.2), object("coke", "b", 3.9, 2.5)), 4);
    assertThat(poses().keySet()).containsExactlyInAnyOrder("coke-1", "coke-2");
    assertThat(observation().held()).isEmpty();
  }

  @Test
  void noiseIsSeededAndSmall() {
    List<WorldObject> truth = List.of(object("coke", "a", 3.4, 2.2));
    perception = new Perception(kitchen, SensorNoise.STANDARD);
    look(truth, 1);
    Pose first = onlyObject().pose();
    perception = new Perception(kitchen, SensorNoise.STANDARD);
    look(truth, 1);
    assertThat(onlyObject().pose()).isEqualTo(first);
    assertThat(first.distanceTo(truth.get(0).pose())).isBetween(1e-6, 0.03);
  }

  @Test
  void someDetectionsAreMissed() {
    Detector detector = new Detector(new SensorNoise(0, 0, 0, 0, 0.3));
    List<WorldObject> truth = List.of(object("coke", "a", 3.4, 2.2));
    SplittableRandom random = new SplittableRandom(1);
    Sight sight =
        new Sight(
            Camera.lookingAt(Lens.STANDARD, BEFORE_TABLE, TABLE),
            (from, to, ignored) -> Optional.empty(),
            Set.of());
    int seen = 0;
    for (int i = 0; i < 1000; i++) {
      seen += detector.detect(sight, truth, random).size();
    }
    assertThat(seen).isBetween(640, 760);
  }

  @Test
  void aCopyRemembersAndGoesItsOwnWay() {
    look(List.of(object("coke", "a", 3.2, 2.2)), 1);
    Perception copy = perception.copy();
    look(List.of(object("coke", "a", 3.2, 2.2), object("apple", "c", 3.6, 2.2)), 2);
    assertThat(copy.observation(2, Pose.upright(0, 0, 0, 0), at(), Optional.empty()).objects())
        .extracting(ObservedObject::kind)
        .containsExactly("coke");
  }

  @Test
  void theFarEndOfTheRoomIsOutOfRange() {
    Scene scene = scene("objects: [{kind: coke, at: far counter}]");
    look(scene, new Vec3(0.9, 2.75, 1.3), new Vec3(6.5, 2.75, 1), 1);
    assertThat(observation().objects()).isEmpty();
  }

  private Scene scene(String yaml) {
    return scenes.parse("test", yaml, 3);
  }

  private void look(Scene scene, Vec3 eye, Vec3 target, double timeS) {
    WorldState state = WorldState.of(scene);
    Sight sight =
        new Sight(
            Camera.lookingAt(Lens.STANDARD, eye, target),
            ShapeRayCaster.of(SceneView.of(scene)),
            Set.of());
    Perception.Truth truth =
        new Perception.Truth(state.objects(), Optional.empty(), scene.jointPositions());
    perception.look(sight, truth, new SplittableRandom(9), timeS);
  }

  private void look(List<WorldObject> objects, double timeS) {
    WorldState empty = WorldState.of(scene("objects: []"));
    WorldState state =
        new WorldState(
            empty.initial(),
            objects,
            Optional.empty(),
            empty.base(),
            empty.robotAt(),
            empty.open(),
            List.of(),
            Set.of(),
            false,
            false);
    Sight sight =
        new Sight(
            Camera.lookingAt(Lens.STANDARD, BEFORE_TABLE, TABLE),
            ShapeRayCaster.of(SceneView.of(state, Map.of(), List.of())),
            Set.of());
    perception.look(
        sight,
        new Perception.Truth(objects, Optional.empty(), Map.of()),
        new SplittableRandom(9),
        timeS);
  }

  private WorldObject object(String kind, String id, double x, double y) {
    var found = kitchen.catalog().kind(kind).orElseThrow();
    Pose pose = Pose.upright(x, y, 0.74 + found.shape().zM() / 2, 0);
    return new WorldObject(id, found, pose, Optional.of("table"));
  }

  private Observation observation() {
    return perception.observation(9, Pose.upright(3.5, 1.2, 0, 1.5), at(), Optional.empty());
  }

  private ObservedObject onlyObject() {
    assertThat(observation().objects()).hasSize(1);
    return observation().objects().get(0);
  }

  private Map<String, Pose> poses() {
    Map<String, Pose> poses = new TreeMap<>();
    for (ObservedObject object : new ArrayList<>(observation().objects())) {
      poses.put(object.id(), object.pose());
    }
    return poses;
  }

  private static Optional<String> at() {
    return Optional.of("table");
  }

  private static Optional<WorldObject> held(WorldObject object) {
    assertThat(Frames.position(object.pose()).z()).isPositive();
    return Optional.of(object);
  }
}
