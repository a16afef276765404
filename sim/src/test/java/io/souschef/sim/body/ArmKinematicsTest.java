package io.souschef.sim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArmKinematicsTest {

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void everyPostureIsFoundAgainFromTheHandItGives() {
    for (int i = 0; i < 2000; i++) {
      BasePose base = new BasePose(uniform(0, 7), uniform(0, 5), uniform(-3, 3));
      ArmPosture posture =
          new ArmPosture(
              uniform(-2.6, 2.6),
              uniform(RobotModel.MIN_LIFT_M, RobotModel.MAX_LIFT_M),
              uniform(0, RobotModel.MAX_EXTENSION_M),
              uniform(-3, 3),
              uniform(-Math.PI / 2, 0));
      HandPose hand = ArmKinematics.forward(base, posture);

      ArmPosture found = ArmKinematics.inverse(base, hand).orElseThrow();

      assertThat(found.shoulderYaw()).isCloseTo(posture.shoulderYaw(), within(1e-9));
      assertThat(found.liftM()).isCloseTo(posture.liftM(), within(1e-9));
      assertThat(found.extensionM()).isCloseTo(posture.extensionM(), within(1e-9));
      assertThat(Angles.wrap(found.wristYaw() - posture.wristYaw())).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void whatTheInverseGivesBringsTheHandThere() {
    int reached = 0;
    BasePose base = new BasePose(1, 2, 0.7);
    for (int i = 0; i < 5000; i++) {
      HandPose wanted =
          new HandPose(
              uniform(-0.2, 2.2),
              uniform(0.8, 3.2),
              uniform(0, 1.7),
              uniform(-3, 3),
              uniform(-Math.PI / 2, 0));
      var posture = ArmKinematics.inverse(base, wanted);
      if (posture.isPresent()) {
        reached++;
        HandPose hand = ArmKinematics.forward(base, posture.get());
        assertThat(hand.x()).isCloseTo(wanted.x(), within(1e-9));
        assertThat(hand.y()).isCloseTo(wanted.y(), within(1e-9));
        assertThat(hand.z()).isCloseTo(wanted.z(), within(1e-9));
        assertThat(Angles.wrap(hand.yaw() - wanted.yaw())).isCloseTo(0, within(1e-9));
      }
    }
    assertThat(reached).isGreaterThan(1000);
  }

  @Test
  void theHandReachesTheFloorAndTheTopShelfButNotBeyondTheArm() {
    BasePose base = new BasePose(0, 0, 0);
    HandPose floor = new HandPose(0.6, 0, 0.02, 0, -Math.PI / 2);
    assertThat(ArmKinematics.inverse(base, floor)).isPresent();
    assertThat(ArmKinematics.inverse(base, new HandPose(0.8, 0, 1.45, 0, 0))).isPresent();
    assertThat(ArmKinematics.inverse(base, new HandPose(0.85, 0, 0.8, 0, -Math.PI / 2)))
        .isPresent();
    assertThat(ArmKinematics.inverse(base, new HandPose(1.1, 0, 0.8, 0, -Math.PI / 2))).isEmpty();
    assertThat(ArmKinematics.inverse(base, new HandPose(0.6, 0, 1.8, 0, 0))).isEmpty();
  }

  @Test
  void theHandsFrameHasItsXAxisAlongTheDirectionAndALevelYAxis() {
    HandPose hand = new HandPose(1, 2, 3, 0.8, -0.9);
    Vec3 x = Frames.rotate(hand.pose(), new Vec3(1, 0, 0));
    Vec3 y = Frames.rotate(hand.pose(), new Vec3(0, 1, 0));
    assertThat(x.minus(hand.direction()).length()).isLessThan(1e-9);
    assertThat(y.z()).isCloseTo(0, within(1e-9));
  }

  private double uniform(double low, double high) {
    return random.nextDouble(low, high);
  }
}
