package io.souschef.sim.kitchen;

/**
 * How good the detector is.
 *
 * @param positionM standard deviation of a position at no distance, metres an axis
 * @param positionPerM what each metre of distance adds to it, metres
 * @param yawRad standard deviation of the yaw, radians
 * @param sizeShare standard deviation of an extent, as a share of it
 * @param missShare probability that a thing in plain sight is missed in one frame, in [0, 1)
 */
public record SensorNoise(
    double positionM, double positionPerM, double yawRad, double sizeShare, double missShare) {

  /** A decent colour and depth camera with a trained detector. */
  public static final SensorNoise STANDARD = new SensorNoise(0.002, 0.002, 0.03, 0.03, 0.03);

  /** Sees exactly and misses nothing. */
  public static final SensorNoise NONE = new SensorNoise(0, 0, 0, 0, 0);
}
