package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.handling.PutDown;
import io.souschef.sim.behavior.motion.Driver;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.reach.Support;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Topples a standing thing with the closed fingers, so that it falls onto the surface. */
public final class KnockOver implements Behavior {

  private static final double FIST_M = 0.004;
  private static final double BELOW_TOP_M = 0.012;
  private static final double ROOM_M = 0.035;
  private static final double PUSH_M = 0.035;
  private static final double ABOVE_M = 0.16;
  private static final int POINTS = 24;
  private static final int STEPS_EACH = 6;

  private record Plan(BasePose base, ArmPosture above, List<ArmPosture> path) {}

  @Override
  public String perform(Run run, GroundedSkill skill) {
    String kind = skill.object().orElse("");
    PickUp.requireEmptyHand(run);
    ObservedObject seen = PickUp.choose(run, kind, object -> true);
    new Looker(run).lookAt(seen.pose());
    ObservedObject target = Support.onSurface(run, PickUp.again(run, seen));
    Thing thing =
        run.recognise(target)
            .orElseThrow(
                () ->
                    SkillEnd.failed(
                        FailureReason.NOT_FOUND, "The %s is not there".formatted(kind)));
    if (!target.isUpright()) {
      return "The %s lies already".formatted(kind);
    }
    Plan plan = plan(run, target, thing);
    push(run, plan);
    PutDown.waitUntilStill(run, thing, 4);
    new Looker(run).lookAt(run.world().pose(thing.body()));
    if (run.world().pose(thing.body()).tilt() <= ObservedObject.UPRIGHT_TILT) {
      throw SkillEnd.failed(FailureReason.SLIPPED, "The %s slid and did not fall".formatted(kind));
    }
    return "Knocked the %s over".formatted(kind);
  }

  private static void push(Run run, Plan plan) {
    run.gripper().spreadTo(FIST_M);
    ArmPosture entry = plan.above().withExtension(0);
    new Driver(run).stow();
    run.arm().moveTo(ReachPlanner.stowed(entry), 1, body -> true);
    run.arm().moveTo(entry, 1, body -> false);
    run.arm().moveTo(plan.above(), 1, body -> false);
    run.arm().moveTo(plan.path().get(0), 1, body -> false);
    run.phase("pushing", 0.6);
    run.arm().follow(plan.path(), STEPS_EACH, body -> false);
    ArmPosture end = run.robot().posture();
    run.arm().moveTo(end.withLift(plan.above().liftM()), 1, body -> true);
    run.arm().moveTo(run.robot().posture().withExtension(0), 1, body -> true);
    new Driver(run).stow();
    run.gripper().open();
  }

  private static Plan plan(Run run, ObservedObject target, Thing thing) {
    Driver driver = new Driver(run);
    Optional<Site> site = target.place().flatMap(name -> run.kitchen().site(name));
    boolean inReach = false;
    Optional<Body> obstacle = Optional.empty();
    for (boolean staysOn : new boolean[] {true, false}) {
      for (BasePose stand : PickUp.stands(run, driver, target)) {
        double towards = Math.atan2(target.pose().y() - stand.y(), target.pose().x() - stand.x());
        for (double turn : new double[] {Math.PI / 2, -Math.PI / 2, 0, 0.8, -0.8, Math.PI}) {
          Vec3 way = new Vec3(Math.cos(towards + turn), Math.sin(towards + turn), 0);
          if (staysOn && !landsOn(run, site, thing, target.pose(), way)) {
            continue;
          }
          Optional<Plan> plan = plan(stand, thing.kind().shape(), target.pose(), way, towards);
          if (plan.isEmpty()) {
            continue;
          }
          inReach = true;
          Optional<Body> hit = obstacle(run, plan.get(), thing.body());
          if (hit.isPresent()) {
            obstacle = hit;
          } else if (driver.tryDrive(stand)) {
            return plan.get();
          }
        }
      }
    }
    throw SkillEnd.failed(
        inReach ? FailureReason.BLOCKED_GRASP : FailureReason.UNREACHABLE,
        "The hand cannot push the %s%s"
            .formatted(
                target.kind(), obstacle.map(": the %s is in the way"::formatted).orElse("")));
  }

  private static boolean landsOn(Run run, Optional<Site> site, Thing thing, Pose pose, Vec3 way) {
    Vec3 landing = Frames.position(pose).plus(way.times(PUSH_M + 0.7 * thing.kind().shape().zM()));
    return site.isEmpty()
        || site.get().surfacesAt(run.position(site.get())).stream()
            .anyMatch(surface -> surface.covers(landing.x(), landing.y(), -0.03));
  }

  private static Optional<Plan> plan(
      BasePose stand, Shape shape, Pose pose, Vec3 way, double towards) {
    double radius = shape.footprintRadiusM();
    double z = Extents.top(shape, pose) - BELOW_TOP_M;
    List<ArmPosture> path = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double along = -(radius + ROOM_M) + (1.25 * radius + ROOM_M + PUSH_M) * i / POINTS;
      Optional<ArmPosture> posture =
          ArmKinematics.inverse(
              stand,
              new HandPose(
                  pose.x() + along * way.x(),
                  pose.y() + along * way.y(),
                  z,
                  towards,
                  -Math.PI / 2));
      if (posture.isEmpty()) {
        return Optional.empty();
      }
      path.add(posture.get());
    }
    ArmPosture first = path.get(0);
    return Optional.of(new Plan(stand, first.withLift(first.liftM() + ABOVE_M), path));
  }

  private static Optional<Body> obstacle(Run run, Plan plan, Body target) {
    ArmPosture entry = plan.above().withExtension(0);
    Optional<Body> hit =
        run.planner()
            .obstacleOnWay(
                plan.base(), plan.above(), plan.path().get(0), FIST_M, Optional.empty(), b -> false)
            .or(
                () ->
                    run.planner()
                        .obstacleOnWay(
                            plan.base(),
                            entry,
                            plan.above(),
                            FIST_M,
                            Optional.empty(),
                            b -> false));
    for (int i = 0; i < plan.path().size() && hit.isEmpty(); i += 3) {
      hit =
          run.planner()
              .obstacle(plan.base(), plan.path().get(i), FIST_M, Optional.empty(), target::equals);
    }
    return hit;
  }
}
