package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.reach.Stands;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Angles;
import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.Held;
import io.souschef.sim.body.plan.ArmPlanner.Load;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Spill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves what is in the hand to and fro over a spot of a surface. */
public final class Strokes {

  private static final double ABOVE_M = 0.14;
  private static final double OVER_SURFACE_M = 0.004;
  private static final double STEP_M = 0.012;
  private static final int STEPS_EACH = 5;
  private static final double COVERED_M = 0.07;
  private static final double LOW_M = 0.02;
  private static final double[][] ZIGZAG = {
    {0, -0.07}, {0, 0.07}, {0.035, 0.05}, {0.035, -0.05}, {-0.035, -0.05}, {-0.035, 0.05}, {0, 0}
  };
  private static final double[] TURNS = {0, 0.8, -0.8, 1.57, -1.57};

  private final Run run;
  private final Site site;
  private final Held held;
  private boolean inReach;
  private Optional<Body> obstacle = Optional.empty();

  private record Plan(BasePose base, ArmPosture above, List<ArmPosture> path) {}

  public Strokes(Run run, Site site, Held held) {
    this.run = run;
    this.site = site;
    this.held = held;
  }

  /** Wipes over a spot. */
  public void wipe(Pose spot) {
    wipe(List.of(spot));
  }

  /** Wipes over the first free spot of the place. */
  public void wipeAnywhere() {
    List<Pose> spots = new ArrayList<>();
    for (Surface surface : site.surfaces()) {
      for (double across : new double[] {0, 0.2, -0.2, 0.4, -0.4}) {
        for (double along : new double[] {0.1, -0.05, 0.2}) {
          Vec3 point = surface.point(along, across);
          if (surface.covers(point.x(), point.y(), -0.1)) {
            spots.add(Pose.upright(point.x(), point.y(), point.z(), 0));
          }
        }
      }
    }
    wipe(spots);
  }

  private void wipe(List<Pose> choices) {
    for (Pose spot : choices) {
      Optional<Plan> plan = plan(spot);
      if (plan.isPresent()) {
        follow(plan.get());
        return;
      }
    }
    throw SkillEnd.failed(
        inReach ? FailureReason.BLOCKED_GRASP : FailureReason.UNREACHABLE,
        "The hand cannot wipe the %s%s"
            .formatted(site.name(), obstacle.map(": the %s is in the way"::formatted).orElse("")));
  }

  private void follow(Plan plan) {
    run.phase("wiping", 0.5);
    new Driver(run).stow();
    ArmPosture entry = plan.above().withExtension(0);
    run.arm().moveTo(ReachPlanner.stowed(entry), 1, body -> true);
    run.arm().moveTo(entry, 1, body -> false);
    run.arm().moveTo(plan.above(), 1, body -> false);
    run.arm().moveTo(plan.path().get(0), 1, body -> true);
    for (ArmPosture next : plan.path()) {
      run.arm().follow(List.of(next), STEPS_EACH, body -> true);
      cleanBelow();
    }
    run.arm().moveTo(plan.above(), 1, body -> true);
    run.arm().moveTo(entry, 1, body -> true);
    new Driver(run).stow();
  }

  /** A spill is gone once the cloth has been over its middle, close to the surface. */
  private void cleanBelow() {
    Pose cloth = run.world().pose(held.body());
    double bottom = Extents.bottom(held.shape(), cloth);
    for (Spill spill : List.copyOf(run.kitchenWorld().spills())) {
      if (spill.pose().floorDistanceTo(cloth) < COVERED_M
          && Math.abs(bottom - spill.pose().z()) < LOW_M) {
        run.kitchenWorld().clean(spill);
      }
    }
  }

  private Optional<Plan> plan(Pose spot) {
    Driver driver = new Driver(run);
    for (BasePose stand :
        Stands.at(site, Frames.position(spot), run.robot().base(), driver.grid())) {
      for (double turn : TURNS) {
        Optional<Plan> plan = plan(stand, spot, turn);
        if (plan.isPresent() && isFree(plan.get()) && driver.tryDrive(stand)) {
          return plan;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Plan> plan(BasePose stand, Pose spot, double turn) {
    double towards = Math.atan2(spot.y() - stand.y(), spot.x() - stand.x());
    List<ArmPosture> path = new ArrayList<>();
    Vec3 last = null;
    for (double[] point : ZIGZAG) {
      Vec3 next =
          Frames.toParent(
              Pose.upright(spot.x(), spot.y(), spot.z(), towards), new Vec3(point[0], point[1], 0));
      Vec3 from = last == null ? next : last;
      int parts = Math.max(1, (int) Math.ceil(next.minus(from).length() / STEP_M));
      for (int i = 1; i <= parts; i++) {
        Vec3 at = from.plus(next.minus(from).times((double) i / parts));
        Optional<ArmPosture> posture =
            ArmKinematics.inverse(stand, hand(at, Angles.wrap(towards + turn)));
        if (posture.isEmpty()) {
          return Optional.empty();
        }
        path.add(posture.get());
      }
      last = next;
    }
    ArmPosture first = path.get(0);
    inReach = true;
    return Optional.of(new Plan(stand, first.withLift(first.liftM() + ABOVE_M), path));
  }

  /** The hand when the cloth's lowest point is right over a point of the surface. */
  private HandPose hand(Vec3 point, double yaw) {
    HandPose now = run.robot().hand();
    Pose cloth = run.world().pose(held.body());
    Vec3 offset =
        Frames.rotate(
            Pose.upright(0, 0, 0, Angles.wrap(yaw - now.yaw())),
            new Vec3(now.x() - cloth.x(), now.y() - cloth.y(), now.z() - cloth.z()));
    double half = cloth.z() - Extents.bottom(held.shape(), cloth);
    return new HandPose(
        point.x() + offset.x(),
        point.y() + offset.y(),
        point.z() + half + OVER_SURFACE_M + offset.z(),
        yaw,
        now.pitch());
  }

  private boolean isFree(Plan plan) {
    Optional<Load> load = Optional.of(new Load(held.shape(), held.inHand()));
    double gap = run.robot().gapM();
    ArmPosture entry = plan.above().withExtension(0);
    Optional<Body> hit =
        run.planner()
            .obstacleOnWay(plan.base(), entry, plan.above(), gap, load, held.body()::equals)
            .or(
                () ->
                    run.planner()
                        .obstacleOnWay(
                            plan.base(),
                            plan.above(),
                            plan.path().get(0),
                            gap,
                            load,
                            held.body()::equals));
    for (int i = 0; i < plan.path().size() && hit.isEmpty(); i += 2) {
      hit = run.planner().obstacle(plan.base(), plan.path().get(i), gap, load, held.body()::equals);
    }
    obstacle = hit.or(() -> obstacle);
    return hit.isEmpty();
  }
}
