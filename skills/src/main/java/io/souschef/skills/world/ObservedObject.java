package io.souschef.skills.world;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * One object as the robot believes it to be, from perception alone.
 *
 * @param id stable name of this individual for as long as the robot tracks it: "coke-2"
 * @param kind noun without article: "coke"
 * @param pose estimated centre, map frame
 * @param place name of the place it was seen on or in; empty when none is near or while it is held
 * @param lengthM estimated extent along the longer horizontal axis, metres
 * @param widthM estimated extent along the shorter horizontal axis, metres
 * @param heightM estimated vertical extent, metres
 * @param confidence detector's confidence in [0, 1]
 * @param lastSeenS robot time of the last detection, seconds
 * @param visible whether it was detected in the newest frame
 */
public record ObservedObject(
    String id,
    String kind,
    Pose pose,
    Optional<String> place,
    double lengthM,
    double widthM,
    double heightM,
    double confidence,
    double lastSeenS,
    boolean visible) {

  /** Largest tilt in radians at which an object still counts as standing. */
  public static final double UPRIGHT_TILT = Math.toRadians(20);

  @JsonIgnore
  public boolean isUpright() {
    return pose.tilt() <= UPRIGHT_TILT;
  }

  /** The same object, detected in the newest frame or not. */
  public ObservedObject withVisible(boolean now) {
    return new ObservedObject(
        id, kind, pose, place, lengthM, widthM, heightM, confidence, lastSeenS, now);
  }

  /** The same object under another name. */
  public ObservedObject withId(String name) {
    return new ObservedObject(
        name, kind, pose, place, lengthM, widthM, heightM, confidence, lastSeenS, visible);
  }
}
