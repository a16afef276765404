package io.souschef.ros.config;

import java.util.List;
import java.util.Optional;

/**
 * What the robot perceives with. Names are relative to the namespace.
 *
 * @param detections topic of {@code vision_msgs/msg/Detection3DArray}
 * @param transforms topics of {@code tf2_msgs/msg/TFMessage}
 * @param state topic of {@code souschef_msgs/msg/RobotState}; empty for robots without it
 * @param gripper how the joint states tell that something is held
 * @param complete whether a detection message lists all the robot remembers, not only what it sees
 * @param maxAgeS age above which what was perceived counts as stale, seconds
 * @param standOffM how far from an object the base stands to work on it, where no place tells,
 *     metres
 * @param settleS how long to wait after a skill for what is perceived then, seconds
 */
public record Perception(
    String detections,
    List<String> transforms,
    Optional<String> state,
    Optional<Gripper> gripper,
    boolean complete,
    double maxAgeS,
    double standOffM,
    double settleS) {

  /**
   * Reading a gripper's joint.
   *
   * @param topic of {@code sensor_msgs/msg/JointState}
   * @param joint its name there
   * @param holdingAbove position above which the closed gripper has something between its fingers
   * @param holdingBelow position above which it stands open
   */
  public record Gripper(String topic, String joint, double holdingAbove, double holdingBelow) {}

  /** Whether a topic of transforms holds those that never change, published once: /tf_static. */
  public static boolean isFixed(String transforms) {
    return transforms.endsWith("static");
  }
}
