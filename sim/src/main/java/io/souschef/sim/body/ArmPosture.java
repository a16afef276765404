package io.souschef.sim.body;

/**
 * The arm's joint positions.
 *
 * @param shoulderYaw of the arm about the mast, radians from straight ahead
 * @param liftM height of the arm's axis over the floor, metres
 * @param extensionM how far the tubes are drawn out, metres
 * @param wristYaw of the hand about the vertical, radians from the arm's direction
 * @param wristPitch of the hand, radians: 0 level, -pi/2 straight down
 */
public record ArmPosture(
    double shoulderYaw, double liftM, double extensionM, double wristYaw, double wristPitch) {

  /** Hand straight down in front of the mast, over the base: how the robot drives. */
  public static final ArmPosture STOWED = new ArmPosture(0, 1.0, 0, 0, -Math.PI / 2);

  public ArmPosture withLift(double metres) {
    return new ArmPosture(shoulderYaw, metres, extensionM, wristYaw, wristPitch);
  }

  public ArmPosture withExtension(double metres) {
    return new ArmPosture(shoulderYaw, liftM, metres, wristYaw, wristPitch);
  }

  /** The posture a part {@code s} in [0, 1] of the way to another. */
  public ArmPosture towards(ArmPosture goal, double s) {
    return new ArmPosture(
        shoulderYaw + s * (goal.shoulderYaw - shoulderYaw),
        liftM + s * (goal.liftM - liftM),
        extensionM + s * (goal.extensionM - extensionM),
        wristYaw + s * (goal.wristYaw - wristYaw),
        wristPitch + s * (goal.wristPitch - wristPitch));
  }
}
