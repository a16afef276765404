package io.souschef.ros.config;

import java.util.List;
import java.util.Optional;

/**
 * Limits that are checked before anything is sent, and what stops the robot.
 *
 * @param workspace box in the map frame in which every commanded position must lie
 * @param maxSpeedMps greatest commanded speed, metres per second
 * @param maxTurnRadps greatest commanded turning speed, radians per second
 * @param maxPayloadKg greatest weight to lift, kilograms
 * @param poseTimeoutS age of the base's pose above which the robot is stopped, seconds
 * @param confirmS how long to wait for the robot's word that it has stopped, seconds
 * @param acceptS how long a server may take to take a goal on, seconds
 * @param giveUpS how long to go on canceling at the program's end what is not confirmed as stopped,
 *     seconds
 * @param eStop topic of {@code std_msgs/msg/Bool} that stops it when true
 */
public record Safety(
    Optional<Box> workspace,
    Optional<Double> maxSpeedMps,
    Optional<Double> maxTurnRadps,
    Optional<Double> maxPayloadKg,
    double poseTimeoutS,
    double confirmS,
    double acceptS,
    double giveUpS,
    Optional<String> eStop) {

  /** An axis-aligned box: x, y, z of its least and of its greatest corner, metres. */
  public record Box(List<Double> min, List<Double> max) {

    /** Whether a point lies in it, its faces included. */
    public boolean contains(double x, double y, double z) {
      double[] point = {x, y, z};
      for (int i = 0; i < 3; i++) {
        if (!(point[i] >= min.get(i) && point[i] <= max.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
