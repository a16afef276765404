package io.souschef.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.BodySpec;
import io.souschef.sim.physics.part.Joint;
import io.souschef.sim.physics.part.PhysicsFault;
import io.souschef.sim.physics.part.RayHit;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulletWorldTest {

  private static final Rgb GREY = new Rgb(128, 128, 128);
  static final ObjectKind CAN = kind("coke", new Shape.Cylinder(0.033, 0.12), 0.35);
  static final ObjectKind APPLE = kind("apple", new Shape.Sphere(0.04), 0.18);
  private static final ObjectKind SPONGE = kind("sponge", new Shape.Box(0.1, 0.07, 0.03), 0.03);
  private final BulletWorld world = worldWithFloor();

  static ObjectKind kind(String noun, Shape shape, double massKg) {
    return new ObjectKind(noun, noun + "s", shape, massKg, 0.8, GREY, "thing", Set.of(), true);
  }

  static BulletWorld worldWithFloor() {
    BulletWorld world = new BulletWorld();
    world.add(
        BodySpec.fixed(
            new Part("floor", new Shape.Box(10, 10, 1), Pose.upright(0, 0, -0.5, 0), GREY)));
    return world;
  }

  private Body add(String id, ObjectKind kind, double x, double y, double z) {
    return world.add(BodySpec.loose(id, kind, Pose.upright(x, y, z, 0)));
  }

  @Test
  void thingsComeToRestAtTheirHeightAndSleep() {
    Body can = add("can", CAN, 0, 0, 0.07);
    Body apple = add("apple", APPLE, 0.5, 0, 0.05);
    Body sponge = add("sponge", SPONGE, 1, 0, 0.03);

    assertThat(world.settle(10)).isTrue();

    assertThat(world.pose(can).z()).isCloseTo(0.06, within(0.001));
    assertThat(world.pose(can).tilt()).isLessThan(0.01);
    assertThat(world.pose(apple).z()).isCloseTo(0.04, within(0.001));
    assertThat(world.pose(sponge).z()).isCloseTo(0.015, within(0.001));
    assertThat(world.pose(can).x()).isCloseTo(0, within(0.001));
  }

  @ParameterizedTest
  @ValueSource(doubles = {6, 7.5, 9, 10.5})
  void whatTipsOverDoesNotCutIntoWhatItFallsOn(double radPerS) {
    ObjectKind box = kind("cereal box", new Shape.Box(0.17, 0.06, 0.25), 0.4);
    Body tipping = add("box", box, 0, 0, 0.126);
    world.settle(1);
    world.spin(tipping, radPerS, 0, 0);
    double lowest = 0;
    for (int i = 0; i < 240; i++) {
      world.step();
      lowest = Math.min(lowest, lowestPoint(box.shape(), world.pose(tipping)));
    }
    assertThat(lowest).isGreaterThan(-0.006);
    assertThat(world.pose(tipping).tilt()).isGreaterThan(1);
  }

  private static double lowestPoint(Shape box, Pose pose) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int corner = 0; corner < 8; corner++) {
      Vec3 at =
          new Vec3(
              (corner & 1) == 0 ? box.xM() / 2 : -box.xM() / 2,
              (corner & 2) == 0 ? box.yM() / 2 : -box.yM() / 2,
              (corner & 4) == 0 ? box.zM() / 2 : -box.zM() / 2);
      lowest = Math.min(lowest, Frames.toParent(pose, at).z());
    }
    return lowest;
  }

  @Test
  void whatFallsFarDoesNotFallThroughABoard() {
    Part board = new Part("board", new Shape.Box(2, 2, 0.04), Pose.upright(0, 0, 0.72, 0), GREY);
    world.add(BodySpec.fixed(board));
    List<ObjectKind> thin =
        List.of(
            kind("spoon", new Shape.Box(0.18, 0.04, 0.02), 0.04),
            kind("napkin", new Shape.Box(0.11, 0.08, 0.01), 0.01),
            kind("card", new Shape.Box(0.09, 0.05, 0.006), 0.01),
            kind("lid", new Shape.Cylinder(0.04, 0.01), 0.02),
            kind("pea", new Shape.Sphere(0.006), 0.001));
    List<Body> dropped = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ObjectKind kind = thin.get(i % thin.size());
      int row = i / 21;
      double z = 1.3 + 0.01 * i;
      Pose pose = Pose.upright(-0.8 + 0.08 * (i % 21), -0.8 + 0.16 * row, z, 0.3 * i);
      dropped.add(world.add(BodySpec.loose(kind.noun() + i, kind, pose)));
    }
    for (int i = 0; i < 240; i++) {
      world.step();
      for (Body body : dropped) {
        Pose pose = world.pose(body);
        boolean over = Math.abs(pose.x()) < 0.95 && Math.abs(pose.y()) < 0.95;
        assertThat(over && pose.z() < 0.70).as("%s at %s", body.id(), pose).isFalse();
      }
    }
  }

  @Test
  void aCanThatRollsSlowlyComesToRest() {
    Pose onItsSide = new Pose(0, 0, 0.034, Math.sqrt(0.5), 0, 0, Math.sqrt(0.5));
    Body can = world.add(BodySpec.loose("can", CAN, onItsSide));
    world.push(can, 0.2, 0, 0);

    assertThat(world.settle(8)).isTrue();

    assertThat(world.pose(can).x()).isBetween(0.005, 0.2);
    assertThat(world.pose(can).z()).isCloseTo(0.033, within(0.001));
  }

  @Test
  void aFallTakesAsLongAsGravitySays() {
    Body can = add("can", CAN, 0, 0, 5);
    for (int i = 0; i < 60; i++) {
      world.step();
    }
    assertThat(5 - world.pose(can).z()).isCloseTo(0.5 * 9.81 * 0.25, within(0.03));
  }

  @Test
  void whatLosesItsSupportFalls() {
    Body block =
        world.add(
            BodySpec.fixed(
                new Part(
                    "block", new Shape.Box(0.2, 0.2, 0.5), Pose.upright(0, 0, 0.25, 0), GREY)));
    Body can = add("can", CAN, 0, 0, 0.56);
    world.settle(10);
    assertThat(world.pose(can).z()).isCloseTo(0.56, within(0.001));

    world.remove(block);
    world.settle(10);

    assertThat(world.pose(can).z()).isLessThan(0.1);
    assertThatThrownBy(() -> world.pose(block))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Body 'block' is not in this world; it was removed or belongs to another");
  }

  @Test
  void aWeldHoldsWhileTheHandMovesAndLetsGo() {
    Body hand =
        world.add(
            BodySpec.driven("hand", new Shape.Box(0.05, 0.05, 0.02), Pose.upright(0, 0, 0.6, 0)));
    Body can = add("can", CAN, 0, 0, 0.5);
    Joint weld = world.joints().weld(hand, can);
    for (int i = 1; i <= 360; i++) {
      world.drive(hand, Pose.upright(i * 0.002, 0, 0.6, 0));
      world.step();
    }
    assertThat(world.pose(can).x()).isCloseTo(0.72, within(0.01));
    assertThat(world.pose(can).z()).isCloseTo(0.5, within(0.005));

    world.joints().release(weld);
    world.settle(10);

    assertThat(world.pose(can).z()).isLessThan(0.1);
  }

  @Test
  void fingersDoNotPushWhatIsWeldedBetweenThemUntilItIsLetGo() {
    Shape.Box finger = new Shape.Box(0.01, 0.04, 0.06);
    Body palm =
        world.add(
            BodySpec.driven("palm", new Shape.Box(0.05, 0.05, 0.02), Pose.upright(0, 0, 0.7, 0)));
    Body can = add("can", CAN, 0, 0, 0.5);
    double reach = 0.032 + 0.005; // 2 mm into a can of 33 mm and half a finger
    Body left = world.add(BodySpec.driven("left", finger, Pose.upright(-reach, 0, 0.5, 0)));
    Joint weld = world.joints().weld(palm, can);
    for (int i = 0; i < 60; i++) {
      world.step();
    }
    assertThat(world.pose(can).x()).isCloseTo(0, within(1e-4));

    world.joints().release(weld);
    world.step();
    world.step();
    assertThat(world.contacts().touching(left, can)).isTrue();
    assertThat(world.speed(can)).isPositive();
    assertThat(world.pose(can).x()).isGreaterThan(1e-4);
  }

  @Test
  void aRayMeetsTheNearestBodyThatIsNotIgnored() {
    Body can = add("can", CAN, 0, 0, 0.06);
    Body apple = add("apple", APPLE, 0.5, 0, 0.06);
    Pose from = Pose.upright(-1, 0, 0.06, 0);
    Pose to = Pose.upright(1, 0, 0.06, 0);

    RayHit hit = world.rays().closest(from, to, body -> false).orElseThrow();
    assertThat(hit.body()).isEqualTo(can);
    assertThat(hit.fraction() * 2 - 1).isCloseTo(-0.033, within(0.001));
    assertThat(world.rays().closest(from, to, can::equals).orElseThrow().body()).isEqualTo(apple);
    assertThat(world.rays().closest(from, to, b -> b.role() == Body.Role.LOOSE)).isEmpty();
  }

  @Test
  void anObstacleIsFoundWithoutMovingAnything() {
    Body can = add("can", CAN, 0, 0, 0.06);
    world.settle(5);
    Shape finger = new Shape.Box(0.02, 0.02, 0.06);

    assertThat(world.contacts().obstacle(finger, Pose.upright(0.04, 0, 0.06, 0), body -> false))
        .contains(can);
    assertThat(world.contacts().obstacle(finger, Pose.upright(0.047, 0, 0.06, 0), body -> false))
        .isEmpty();
    assertThat(world.contacts().obstacle(finger, Pose.upright(0.04, 0, 0.06, 0), can::equals))
        .isEmpty();
  }

  @Test
  void whatFallsOutOfTheWorldEndsItWithAReason() {
    add("stray can", CAN, 8, 0, 0.5);
    assertThatThrownBy(() -> world.settle(20))
        .isInstanceOf(PhysicsFault.class)
        .hasMessageContaining("The simulated world broke after")
        .hasMessageContaining("'stray can' is at height -0.");
  }

  @Test
  void aHingedDoorTurnsWithinItsLimitsAndADrawerSlides() {
    Body frame =
        world.add(
            BodySpec.fixed(
                new Part("frame", new Shape.Box(0.5, 0.5, 1), Pose.upright(0, 0, 0.6, 2), GREY)));
    Part leaf =
        new Part("leaf", new Shape.Box(0.03, 0.5, 0.9), Pose.upright(0.27, 0, 0.6, 0), GREY);
    Body door = world.add(BodySpec.jointed("door", List.of(leaf), 8));
    world.joints().hinge(frame, door, Pose.upright(0.27, 0.25, 0.6, 0), 0, 1.8);
    Part box = new Part("box", new Shape.Box(0.4, 0.3, 0.1), Pose.upright(0, 2, 0.6, 0), GREY);
    Body drawer = world.add(BodySpec.jointed("drawer", List.of(box), 2));
    world.joints().slider(frame, drawer, 0, 0.3);

    for (int i = 0; i < 240; i++) {
      world.push(door, 0.5, 0, 0);
      world.push(drawer, 0.4, 0, 0);
      world.step();
    }

    assertThat(world.pose(door).yaw()).isBetween(0.5, 1.9);
    assertThat(world.pose(drawer).x()).isCloseTo(0.3, within(0.02));
    assertThat(world.pose(drawer).z()).isCloseTo(0.6, within(0.002));
  }
}
