package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.motion.Driver;
import io.souschef.sim.behavior.reach.Grasp;
import io.souschef.sim.behavior.reach.Reach;
import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.reach.Spots;
import io.souschef.sim.behavior.reach.Stands;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Angles;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.Held;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.body.plan.ArmPlanner.Load;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Optional;

/** Finds a spot at a place for what is in the hand, and a way for the hand there. */
final class Placing {

  private static final double DROP_M = 0.004;
  private static final double RELEASE_M = 0.024;
  private static final double SIDE_LIFT_M = 0.05;
  private static final double[] ABOVE_M = {0.12, 0.26, 0.36, 0.015};
  private static final double[] TURNS_DOWN = {0, 0.8, -0.8, 1.57, -1.57, 2.4, -2.4, 3.14};
  private static final double[] TURNS_LEVEL = {0, 0.45, -0.45, 0.9, -0.9};

  /** Spots with a stand and a turn of the hand that are tried before giving up. */
  private static final int MOST_REACHES = 1500;

  private final Run run;
  private final Site site;
  private final Spots candidates;
  private final Held held;
  private final Driver driver;
  private final ReachPlanner planner;
  private final double gapBefore;
  private final double gapAfter;
  private int reaches;

  /**
   * A way to a spot.
   *
   * @param reach the way
   * @param gapAfterM how far the fingers open at the spot, metres
   */
  record Planned(Reach reach, double gapAfterM) {}

  Placing(Run run, Site site, Spots candidates) {
    this.run = run;
    this.site = site;
    this.candidates = candidates;
    held = candidates.held();
    driver = new Driver(run);
    planner = new ReachPlanner(run.planner());
    gapBefore = run.robot().gapM();
    gapAfter = Math.min(RobotModel.OPEN_M, gapBefore + RELEASE_M);
  }

  /** Drives the base up and gives the way for the hand. */
  Planned plan() {
    List<Spots.Spot> spots = candidates.free();
    boolean pathBlocked = false;
    for (Spots.Spot spot : spots) {
      for (BasePose stand : Stands.at(site, spot.centre(), run.robot().base(), driver.grid())) {
        Optional<Reach> reach = reach(stand, spot);
        if (reach.isPresent()) {
          if (driver.tryDrive(stand)) {
            return new Planned(reach.get(), gapAfter);
          }
          pathBlocked = true;
        }
        if (reaches > MOST_REACHES) {
          throw noRoom();
        }
      }
    }
    if (pathBlocked) {
      throw SkillEnd.failed(
          FailureReason.BLOCKED_PATH, "The way along the %s is blocked".formatted(site.name()));
    }
    if (!spots.isEmpty() && !planner.wasWithinReach()) {
      throw SkillEnd.failed(
          FailureReason.UNREACHABLE,
          "No free spot of the %s is within the arm's reach".formatted(site.name()));
    }
    throw noRoom();
  }

  private SkillEnd noRoom() {
    String obstacle =
        planner.obstacle().map(Body::id).map(": the %s is in the way"::formatted).orElse("");
    return SkillEnd.failed(
        FailureReason.NO_ROOM, "There is no room %s%s".formatted(site.place().where(), obstacle));
  }

  private Optional<Reach> reach(BasePose stand, Spots.Spot spot) {
    HandPose hand = run.robot().hand();
    Pose object = run.world().pose(held.body());
    Vec3 handFromObject =
        new Vec3(hand.x() - object.x(), hand.y() - object.y(), hand.z() - object.z());
    double towards = Math.atan2(spot.centre().y() - stand.y(), spot.centre().x() - stand.x());
    Grasp.Approach approach = Grasp.Approach.of(hand.pitch());
    boolean down = approach == Grasp.Approach.TOP;
    for (double turn : down ? TURNS_DOWN : TURNS_LEVEL) {
      double yaw = Angles.wrap(towards + turn);
      Vec3 offset =
          Frames.rotate(Pose.upright(0, 0, 0, Angles.wrap(yaw - hand.yaw())), handFromObject);
      Vec3 at = spot.centre().plus(offset).plus(new Vec3(0, 0, DROP_M));
      HandPose target = new HandPose(at.x(), at.y(), at.z(), yaw, hand.pitch());
      reaches++;
      for (double above : ABOVE_M) {
        Optional<Reach> reach =
            planner.plan(
                stand,
                way(approach, target, above),
                new ReachPlanner.Hand(
                    Optional.of(new Load(held.shape(), held.inHand())),
                    gapBefore,
                    Optional.empty(),
                    gapAfter),
                held.body());
        if (reach.isPresent() || PickUp.isLevel(approach)) {
          if (reach.isPresent()) {
            return reach;
          }
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static ReachPlanner.Way way(Grasp.Approach approach, HandPose target, double above) {
    return switch (approach) {
      case TOP -> new ReachPlanner.Way(target.raised(above), target, target.raised(above));
      case STEEP, TILTED ->
          new ReachPlanner.Way(
              target.raised(above), target, target.backedOff(above / Math.sin(-target.pitch())));
      case SLANTED, SIDE ->
          new ReachPlanner.Way(
              target.raised(SIDE_LIFT_M), target, target.backedOff(2 * SIDE_LIFT_M));
    };
  }
}
