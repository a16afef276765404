package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.Held;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.body.plan.OccupancyGrid;
import io.souschef.sim.body.plan.PathPlanner;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.failure.FailureReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drives the base to places, around what is in the way. */
public final class Driver {

  private static final int TRIES = 3;
  private static final double THERE_M = 0.01;
  private static final double RISE_M = 0.1;

  private final Run run;

  public Driver(Run run) {
    this.run = run;
  }

  /** The floor as it is now. */
  public OccupancyGrid grid() {
    Optional<Held> held = run.robot().held();
    return run.floor()
        .now(
            run.kitchenWorld(),
            thing -> held.isPresent() && held.get().body().equals(thing.body()));
  }

  /** Drives to a place unless the base already stands there. */
  public void driveTo(Site site) {
    BasePose here = run.robot().base();
    if (site.isStoodAtFrom(here.x(), here.y())) {
      return;
    }
    OccupancyGrid grid = grid();
    List<BasePose> stands = new ArrayList<>();
    for (StandArea area : site.standAreas()) {
      for (double aside : new double[] {0, 0.35, -0.35, 0.7, -0.7}) {
        for (double forward : new double[] {0.3, -0.4}) {
          stands.add(
              BasePose.of(area.pose(forward * area.depthM() / 2, aside * area.widthM() / 2)));
        }
      }
    }
    stands.removeIf(stand -> !grid.isFree(stand.x(), stand.y()));
    stands.sort(Comparator.comparingDouble(stand -> stand.distanceTo(here)));
    for (BasePose stand : stands) {
      if (tryDrive(stand)) {
        return;
      }
    }
    throw SkillEnd.failed(FailureReason.BLOCKED_PATH, "There is no free way to the " + site.name());
  }

  /** Whether the base could drive there. */
  boolean canDrive(BasePose goal) {
    return goal.distanceTo(run.robot().base()) < THERE_M
        || PathPlanner.plan(grid(), run.robot().base(), goal).isPresent();
  }

  /** Drives to a pose; returns whether it got there. */
  public boolean tryDrive(BasePose goal) {
    for (int i = 0; i < TRIES; i++) {
      BasePose here = run.robot().base();
      Optional<List<BasePose>> path =
          here.distanceTo(goal) < THERE_M
              ? Optional.of(List.of(goal))
              : PathPlanner.plan(grid(), here, goal);
      if (path.isEmpty()) {
        return false;
      }
      stow();
      Optional<Body> hit = run.base().drive(path.get());
      if (hit.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Brings the arm to where it does not stick out. */
  public void stow() {
    ArmPosture posture = run.robot().posture();
    if (posture.extensionM() > 0.01) {
      // Left over from a skill that ended in the middle of a reach.
      run.arm().moveTo(posture.withLift(clearLift(posture)), 1, body -> true);
      run.arm().moveTo(run.robot().posture().withExtension(0), 1, body -> true);
    }
    ArmPosture over = ReachPlanner.stowed(run.robot().posture());
    if (!run.robot().posture().equals(over)) {
      run.arm().moveTo(over, 1, body -> false);
    }
    ArmPosture stowed = over.withLift(ReachPlanner.CARRY_M);
    if (!run.robot().posture().equals(stowed)) {
      run.arm().moveTo(stowed, 1, body -> false);
    }
  }

  /** How high the arm is drawn in without touching anything; a little higher where it cannot be. */
  private double clearLift(ArmPosture posture) {
    double least = Math.min(posture.liftM() + RISE_M, RobotModel.MAX_LIFT_M);
    for (double lift = least; lift < RobotModel.MAX_LIFT_M; lift += RISE_M) {
      ArmPosture raised = posture.withLift(lift);
      if (isFree(posture, raised) && isFree(raised, raised.withExtension(0))) {
        return lift;
      }
    }
    return least;
  }

  private boolean isFree(ArmPosture from, ArmPosture to) {
    return run.obstacleOnWay(from, to).isEmpty();
  }
}
