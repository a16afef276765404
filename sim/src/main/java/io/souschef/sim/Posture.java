package io.souschef.sim;

import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.skills.world.Pose;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the robot's body stands, as its own encoders tell.
 *
 * @param timeS robot time, seconds
 * @param base pose of base_link, map frame
 * @param joints name to position, radians or metres
 * @param camera pose of the camera at the top of the mast, as it looks when nothing turns it: ahead
 *     and down; map frame, x into the picture
 */
public record Posture(double timeS, Pose base, Map<String, Double> joints, Pose camera) {

  private static final double CAMERA_TILT = 0.5;

  public Posture {
    joints = Collections.unmodifiableMap(new TreeMap<>(joints));
  }

  static Posture of(double timeS, RobotBody body) {
    ArmPosture arm = body.posture();
    Pose base = body.base().pose();
    Pose camera =
        new Pose(
            RobotModel.EYE_X_M,
            0,
            RobotModel.CAMERA_HEIGHT_M,
            0,
            Math.sin(CAMERA_TILT / 2),
            0,
            Math.cos(CAMERA_TILT / 2));
    return new Posture(
        timeS,
        base,
        Map.of(
            "shoulder_yaw_joint", arm.shoulderYaw(),
            "lift_joint", arm.liftM(),
            "extension_joint", arm.extensionM(),
            "wrist_yaw_joint", arm.wristYaw(),
            "wrist_pitch_joint", arm.wristPitch(),
            "gripper_finger_joint", body.gapM() / 2),
        Frames.compose(base, camera));
  }
}
