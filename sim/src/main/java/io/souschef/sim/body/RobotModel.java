package io.souschef.sim.body;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;

/** The robot's measures and the solids of its links. Lengths in metres. */
public final class RobotModel {

  public static final double BASE_RADIUS_M = 0.27;

  /** Height of the base's upper side over the floor. */
  public static final double BASE_TOP_M = 0.14;

  /** Height of the highest link. */
  public static final double HEIGHT_M = 1.8;

  /** Height of the camera over the floor. */
  public static final double CAMERA_HEIGHT_M = 1.74;

  /** Distance of the camera before the base's centre. */
  public static final double EYE_X_M = -0.03;

  /** Widest thing the hand takes. */
  public static final double MAX_GRASP_M = 0.10;

  /** Distance between the open finger pads. */
  public static final double OPEN_M = 0.112;

  /** From the wrist to the point between the finger pads: deep enough for a drawer. */
  public static final double HAND_M = 0.3;

  /** How far the finger tips reach beyond that point. */
  public static final double TIP_M = 0.02;

  /** From that point back to the palm. */
  public static final double PALM_M = 0.075;

  /** Half the breadth of a finger, across its closing direction. */
  public static final double HALF_FINGER_M = 0.011;

  /** Half the height of the thickest tube. */
  public static final double HALF_TUBE_M = 0.035;

  private static final double BASE_M = 0.12;
  static final double MAST_X_M = -0.12;
  static final double TUBE_M = 0.33;
  static final double MAX_EXTENSION_M = 0.66;
  static final double MIN_LIFT_M = 0.19;

  /** Highest position of the arm. */
  public static final double MAX_LIFT_M = 1.62;

  static final double MAX_SHOULDER_YAW = Math.toRadians(150);

  private static final double FINGER_THICK_M = 0.012;
  private static final double FINGER_LONG_M = 0.095;
  private static final double FINGER_AT_M = 0.2725;
  private static final double PALM_AT_M = 0.2;
  private static final double STEM_M = 0.175;
  private static final double MAST_TOP_M = 1.68;

  private static final Rgb WHITE = new Rgb(0xE8, 0xEA, 0xEC);
  private static final Rgb DARK = new Rgb(0x3A, 0x3F, 0x45);
  private static final Rgb ACCENT = new Rgb(0x2F, 0x6F, 0xB5);

  /** A link's name, solid and colour. */
  public record Link(String id, Shape shape, Rgb color) {}

  /** All links; {@link #poses} gives theirs in the same order. */
  public static final List<Link> LINKS =
      List.of(
          new Link("robot/base", new Shape.Cylinder(BASE_RADIUS_M, BASE_M), WHITE),
          new Link("robot/mast", new Shape.Box(0.07, 0.1, MAST_TOP_M - BASE_TOP_M), WHITE),
          new Link("robot/head", new Shape.Box(0.1, 0.18, 0.12), DARK),
          new Link("robot/arm outer", new Shape.Box(TUBE_M, 0.07, 2 * HALF_TUBE_M), ACCENT),
          new Link("robot/arm middle", new Shape.Box(TUBE_M, 0.056, 0.056), WHITE),
          new Link("robot/arm inner", new Shape.Box(TUBE_M, 0.044, 0.044), ACCENT),
          new Link("robot/wrist", new Shape.Box(STEM_M, 0.036, 0.036), WHITE),
          new Link("robot/palm", new Shape.Box(0.05, 0.07, 0.05), DARK),
          new Link("robot/left finger", finger(), DARK),
          new Link("robot/right finger", finger(), DARK));

  static final int PALM = 7;
  static final int LEFT_FINGER = 8;
  static final int RIGHT_FINGER = 9;

  /** Index of the first link that swings with the arm. */
  public static final int FIRST_OF_ARM = 3;

  private RobotModel() {}

  private static Shape finger() {
    return new Shape.Box(FINGER_LONG_M, FINGER_THICK_M, 2 * HALF_FINGER_M);
  }

  /** Poses of all links of a robot that stands with its arm stowed and its hand open. */
  public static List<Pose> stowed(BasePose base) {
    return poses(base, ArmPosture.STOWED, OPEN_M);
  }

  /**
   * Poses of all links, map frame.
   *
   * @param gapM distance between the finger pads
   */
  public static List<Pose> poses(BasePose base, ArmPosture posture, double gapM) {
    List<Pose> poses = new ArrayList<>(LINKS.size());
    Pose floor = base.pose();
    poses.add(Frames.compose(floor, Pose.upright(0, 0, BASE_TOP_M - BASE_M / 2, 0)));
    poses.add(Frames.compose(floor, Pose.upright(MAST_X_M, 0, (MAST_TOP_M + BASE_TOP_M) / 2, 0)));
    poses.add(Frames.compose(floor, Pose.upright(MAST_X_M + 0.03, 0, CAMERA_HEIGHT_M, 0)));
    Pose shoulder =
        Frames.compose(floor, Pose.upright(MAST_X_M, 0, posture.liftM(), posture.shoulderYaw()));
    for (int tube = 0; tube < 3; tube++) {
      double out = TUBE_M / 2 + posture.extensionM() * tube / 2;
      poses.add(Frames.compose(shoulder, Pose.upright(out, 0, 0, 0)));
    }
    HandPose grip = ArmKinematics.forward(base, posture);
    Pose wrist = grip.backedOff(HAND_M).pose();
    double aside = gapM / 2 + FINGER_THICK_M / 2;
    poses.add(Frames.compose(wrist, Pose.upright(STEM_M / 2, 0, 0, 0)));
    poses.add(Frames.compose(wrist, Pose.upright(PALM_AT_M, 0, 0, 0)));
    poses.add(Frames.compose(wrist, Pose.upright(FINGER_AT_M, aside, 0, 0)));
    poses.add(Frames.compose(wrist, Pose.upright(FINGER_AT_M, -aside, 0, 0)));
    return poses;
  }
}
