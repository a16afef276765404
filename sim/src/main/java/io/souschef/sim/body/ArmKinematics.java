package io.souschef.sim.body;

import io.souschef.sim.kitchen.shape.Vec3;
import java.util.Optional;

/**
 * Forward and inverse kinematics. The arm works in cylindrical coordinates about the mast (swing,
 * height, reach), so the inverse is exact and unique.
 */
public final class ArmKinematics {

  private ArmKinematics() {}

  /** Where the hand is. */
  public static HandPose forward(BasePose base, ArmPosture posture) {
    double swing = base.yaw() + posture.shoulderYaw();
    double reach = RobotModel.TUBE_M + posture.extensionM();
    HandPose wrist =
        new HandPose(
            mastX(base) + reach * Math.cos(swing),
            mastY(base) + reach * Math.sin(swing),
            posture.liftM(),
            Angles.wrap(swing + posture.wristYaw()),
            posture.wristPitch());
    return wrist.backedOff(-RobotModel.HAND_M);
  }

  /** The posture that brings the hand there, when joint limits allow it. */
  public static Optional<ArmPosture> inverse(BasePose base, HandPose hand) {
    Vec3 direction = hand.direction();
    double dx = hand.x() - RobotModel.HAND_M * direction.x() - mastX(base);
    double dy = hand.y() - RobotModel.HAND_M * direction.y() - mastY(base);
    double lift = hand.z() - RobotModel.HAND_M * direction.z();
    double extension = Math.hypot(dx, dy) - RobotModel.TUBE_M;
    double swing = Math.atan2(dy, dx);
    ArmPosture posture =
        new ArmPosture(
            Angles.wrap(swing - base.yaw()),
            lift,
            extension,
            Angles.wrap(hand.yaw() - swing),
            hand.pitch());
    return isWithinLimits(posture) ? Optional.of(posture) : Optional.empty();
  }

  static boolean isWithinLimits(ArmPosture posture) {
    return Math.abs(posture.shoulderYaw()) <= RobotModel.MAX_SHOULDER_YAW
        && posture.liftM() >= RobotModel.MIN_LIFT_M
        && posture.liftM() <= RobotModel.MAX_LIFT_M
        && posture.extensionM() >= 0
        && posture.extensionM() <= RobotModel.MAX_EXTENSION_M
        && posture.wristPitch() >= -Math.PI / 2 - 1e-9
        && posture.wristPitch() <= 1e-9;
  }

  private static double mastX(BasePose base) {
    return base.x() + RobotModel.MAST_X_M * Math.cos(base.yaw());
  }

  private static double mastY(BasePose base) {
    return base.y() + RobotModel.MAST_X_M * Math.sin(base.yaw());
  }
}
