package io.souschef.sim.kitchen;

/**
 * What a scene's robot is like: its camera, how well it sees, how strong it is. Immutable.
 *
 * @param lens of the camera on its head and of the one in its hand
 * @param noise of what it sees
 * @param liftsKg heaviest thing that its arm lifts, kilograms
 */
public record RobotTraits(Lens lens, SensorNoise noise, double liftsKg) {

  /**
   * What a camera takes in.
   *
   * @param acrossRad full angle to the sides, radians, below pi
   * @param upRad full angle up and down, radians, below pi
   * @param rangeM greatest distance at which things are recognised, metres
   */
  public record Lens(double acrossRad, double upRad, double rangeM) {

    /** 75 by 58 degrees; recognises things up to 4.5 m away. */
    public static final Lens STANDARD = new Lens(Math.toRadians(75), Math.toRadians(58), 4.5);
  }

  /** The robot of scenes that say nothing of it, from which the shipped weights learned. */
  public static final RobotTraits STANDARD =
      new RobotTraits(Lens.STANDARD, SensorNoise.STANDARD, 1.5);

  /** The same with another noise. */
  public RobotTraits with(SensorNoise other) {
    return new RobotTraits(lens, other, liftsKg);
  }
}
