package io.souschef.sim.body;

import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.part.Body;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moves the arm step by step and stops it when it meets something that does not give way, or
 * presses something into something else: a kinematic arm has no limit of force of its own.
 */
public final class Arm {

  private static final double YAW_RAD_PER_S = 1.4;
  private static final double LIFT_M_PER_S = 0.4;
  private static final double EXTEND_M_PER_S = 0.5;
  private static final double WRIST_RAD_PER_S = 2.2;
  private static final double M_PER_S2 = 1.2;
  private static final double RAD_PER_S2 = 4;

  private final BulletWorld world;
  private final RobotBody body;
  private final Ticker ticker;

  public Arm(BulletWorld world, RobotBody body, Ticker ticker) {
    this.world = world;
    this.body = body;
    this.ticker = ticker;
  }

  /**
   * Moves straight in joint space.
   *
   * @param slow factor on the duration, 1 for full speed
   * @param expected bodies that the arm may touch without stopping
   * @return what stopped it; the arm then stands where it touched
   */
  public Optional<Body> moveTo(ArmPosture goal, double slow, Predicate<Body> expected) {
    ArmPosture start = body.posture();
    double duration = slow * durationS(start, goal);
    // What it leans against already must not keep it from moving away.
    Optional<Body> leaning = touchedHardThing(expected);
    Predicate<Body> let =
        other -> expected.test(other) || leaning.filter(other::equals).isPresent();
    Squeeze squeeze = new Squeeze(world, body, null);
    for (double t = BulletWorld.STEP_S; ; t += BulletWorld.STEP_S) {
      ArmPosture before = body.posture();
      body.take(start.towards(goal, duration == 0 ? 1 : Ease.done(t / duration)));
      ticker.tick();
      Optional<Body> hit = met(let, squeeze, before);
      if (hit.isPresent() || t >= duration) {
        return hit;
      }
    }
  }

  /** What the last step met or squeezes; where that is deep, the arm gives way by that step. */
  private Optional<Body> met(Predicate<Body> expected, Squeeze squeeze, ArmPosture before) {
    Optional<Body> squeezed = squeeze.grown();
    Optional<Body> met = touchedHardThing(expected).or(() -> squeezed);
    if (met.isPresent() && squeeze.isDeep()) {
      body.take(before);
      ticker.tick();
    }
    return met;
  }

  /**
   * Moves the hand along a path, for strokes and pulls that must not stray from it.
   *
   * @param path closely spaced postures
   * @param stepsEach steps of the world for each
   * @param expected bodies that the arm may touch without stopping
   * @return what stopped it
   */
  public Optional<Body> follow(List<ArmPosture> path, int stepsEach, Predicate<Body> expected) {
    return follow(path, stepsEach, expected, new Squeeze(world, body, null));
  }

  /**
   * Moves the hand, and the door or drawer whose handle it holds, along a path.
   *
   * @param path closely spaced postures
   * @param stepsEach steps of the world for each
   * @param door what the hand is hooked to
   * @return what stopped it: what the arm met, or what the door presses into something
   */
  public Optional<Body> lead(List<ArmPosture> path, int stepsEach, Body door) {
    return follow(path, stepsEach, door::equals, new Squeeze(world, body, door));
  }

  private Optional<Body> follow(
      List<ArmPosture> path, int stepsEach, Predicate<Body> expected, Squeeze squeeze) {
    for (ArmPosture next : path) {
      ArmPosture start = body.posture();
      for (int i = 1; i <= stepsEach; i++) {
        ArmPosture before = body.posture();
        body.take(start.towards(next, (double) i / stepsEach));
        ticker.tick();
        Optional<Body> hit = met(expected, squeeze, before);
        if (hit.isPresent()) {
          return hit;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Body> touchedHardThing(Predicate<Body> expected) {
    return world
        .contacts()
        .touchedByAny(
            link -> link.role() == Body.Role.DRIVEN,
            other ->
                (other.role() == Body.Role.FIXED || other.role() == Body.Role.JOINTED)
                    && !expected.test(other));
  }

  private static double durationS(ArmPosture a, ArmPosture b) {
    return Math.max(
        Math.max(
            Ease.durationS(Math.abs(a.liftM() - b.liftM()), LIFT_M_PER_S, M_PER_S2),
            Ease.durationS(Math.abs(a.extensionM() - b.extensionM()), EXTEND_M_PER_S, M_PER_S2)),
        Math.max(
            Ease.durationS(Math.abs(a.shoulderYaw() - b.shoulderYaw()), YAW_RAD_PER_S, RAD_PER_S2),
            Math.max(
                Ease.durationS(Math.abs(a.wristYaw() - b.wristYaw()), WRIST_RAD_PER_S, 8),
                Ease.durationS(Math.abs(a.wristPitch() - b.wristPitch()), WRIST_RAD_PER_S, 8))));
  }
}
