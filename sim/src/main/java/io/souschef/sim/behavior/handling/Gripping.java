package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.motion.ArmMotion;
import io.souschef.sim.behavior.motion.HandCamera;
import io.souschef.sim.behavior.reach.Reach;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;
import java.util.Locale;
import java.util.Optional;

/** The last decimetre of picking up: closes the fingers and decides whether the grip holds. */
final class Gripping {

  private static final double LARGEST_CORRECTION_M = 0.05;
  private static final double STRAY_M = 0.03;

  /** Shares of a correction to try. */
  private static final double[] CORRECTIONS = {1, 0.5};

  private final Run run;
  private final ArmMotion motion;

  Gripping(Run run) {
    this.run = run;
    motion = new ArmMotion(run);
  }

  /**
   * Grips along a checked way.
   *
   * @param believed where the thing was seen from afar
   */
  String grip(PickUp.Planned planned, Pose believed, Thing thing) {
    Reach reach = planned.reach();
    String what = thing.kind().noun();
    run.phase("reaching", 0.4);
    run.gripper().spreadTo(planned.openM());
    Optional<Body> hit = motion.approach(reach);
    if (hit.isPresent()) {
      throw giveUp(reach, FailureReason.BLOCKED_GRASP, "The arm met the " + hit.get());
    }
    ArmPosture at = corrected(planned, believed, thing);
    hit = motion.arrive(at);
    if (hit.isPresent()) {
      throw giveUp(reach, FailureReason.BLOCKED_GRASP, "The hand met the " + hit.get());
    }
    run.phase("gripping", 0.6);
    if (!run.gripper().closeOn(thing.body())) {
      throw giveUp(
          reach, FailureReason.SLIPPED, "The fingers closed beside the %s".formatted(what));
    }
    if (thing.kind().massKg() > run.robot().liftsKg()) {
      throw giveUp(
          reach,
          FailureReason.TOO_HEAVY,
          String.format(
              Locale.ROOT,
              "The %s weighs more than the arm lifts, %.1f kg",
              what,
              run.robot().liftsKg()));
    }
    return lift(reach, thing);
  }

  private String lift(Reach reach, Thing thing) {
    String what = thing.kind().noun();
    run.robot().hold(thing.body(), thing.kind().shape());
    run.observe(); // what is felt here is what was seen here, and no longer stands here
    run.phase("lifting", 0.75);
    boolean slips = run.random().nextDouble() < slipChance(thing);
    if (run.diary().slipsNow() || slips) {
      ArmPosture half = run.robot().posture().towards(reach.leave(), 0.4);
      run.arm().moveTo(half, 1.6, body -> true);
      run.gripper().open();
      motion.leave(reach);
      throw SkillEnd.failed(
          FailureReason.SLIPPED, "The %s slipped out of the hand".formatted(what));
    }
    motion.leave(reach);
    if (strayed(thing)) {
      run.gripper().open();
      throw SkillEnd.failed(
          FailureReason.SLIPPED, "The %s was pulled out of the hand".formatted(what));
    }
    return "Picked up the %s".formatted(what);
  }

  /**
   * The posture for where the hand's own camera sees the thing, or as near to that as what stands
   * around leaves room for.
   */
  private ArmPosture corrected(PickUp.Planned planned, Pose believed, Thing thing) {
    Reach reach = planned.reach();
    Optional<Vec3> located = new HandCamera(run).locate(thing);
    if (located.isEmpty()) {
      return reach.at();
    }
    Vec3 off = located.get().minus(Frames.position(believed));
    if (off.length() > LARGEST_CORRECTION_M) {
      throw giveUp(
          reach,
          FailureReason.NOT_FOUND,
          "The %s is not where it was seen".formatted(thing.kind().noun()));
    }
    HandPose hand = planned.grasp().hand();
    for (double share : CORRECTIONS) {
      HandPose moved =
          new HandPose(
              hand.x() + share * off.x(),
              hand.y() + share * off.y(),
              hand.z(),
              hand.yaw(),
              hand.pitch());
      Optional<ArmPosture> at = ArmKinematics.inverse(reach.base(), moved);
      if (at.isPresent() && isFree(reach, at.get(), planned.openM(), thing)) {
        return at.get();
      }
    }
    return reach.at();
  }

  private boolean isFree(Reach reach, ArmPosture at, double openM, Thing thing) {
    return run.planner()
        .obstacleOnWay(
            reach.base(), reach.approach(), at, openM, Optional.empty(), thing.body()::equals)
        .isEmpty();
  }

  /**
   * Chance that a grip which looks good does not hold: off-centre, heavy and smooth things slip
   * more.
   */
  private double slipChance(Thing thing) {
    Pose inHand =
        Frames.compose(Frames.inverse(run.robot().hand().pose()), run.world().pose(thing.body()));
    double offCentre = Math.max(0, Math.abs(inHand.z()) - 0.008);
    double load = thing.kind().massKg() / run.robot().liftsKg();
    return 0.004
        + 12 * offCentre
        + 0.02 * load * load
        + 0.2 * Math.max(0, 0.4 - thing.kind().friction());
  }

  private boolean strayed(Thing thing) {
    return run.robot()
        .held()
        .map(
            held ->
                Frames.compose(run.robot().hand().pose(), held.inHand())
                        .distanceTo(run.world().pose(thing.body()))
                    > STRAY_M)
        .orElse(true);
  }

  private SkillEnd giveUp(Reach reach, FailureReason reason, String message) {
    run.gripper().open();
    motion.retreat(reach);
    return SkillEnd.failed(reason, message);
  }
}
