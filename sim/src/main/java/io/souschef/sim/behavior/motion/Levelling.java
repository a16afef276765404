package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.Held;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.body.plan.ArmPlanner.Load;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.failure.FailureReason;
import java.util.List;
import java.util.Optional;

/** Brings a hand that points down level, with what it holds, where nothing is in the way. */
public final class Levelling {

  private static final double[] RAISED_M = {0, 0.12, 0.24, 0.36, 0.48, 0.6};
  private static final double SLOW = 1.5;

  private final Run run;
  private final Held held;

  public Levelling(Run run, Held held) {
    this.run = run;
    this.held = held;
  }

  /** Raises, turns aside and levels the hand, as high as it takes. */
  public void level() {
    ArmPosture now = run.robot().posture();
    Optional<Body> obstacle = Optional.empty();
    for (double raised : RAISED_M) {
      ArmPosture up = now.withLift(Math.min(now.liftM() + raised, RobotModel.MAX_LIFT_M));
      ArmPosture level = ReachPlanner.stowed(pitched(up, 0));
      // Beside the base while it still points down, or level before the base and then aside.
      ArmPosture aside =
          new ArmPosture(level.shoulderYaw(), up.liftM(), 0, level.wristYaw(), now.wristPitch());
      for (ArmPosture between : List.of(aside, pitched(up.withExtension(0), 0))) {
        List<ArmPosture> way = List.of(up, between, level);
        Optional<Body> hit = obstacle(now, way);
        if (hit.isEmpty()) {
          follow(way);
          return;
        }
        obstacle = hit;
      }
    }
    throw SkillEnd.failed(
        FailureReason.NO_ROOM,
        "There is no room here to turn the %s%s"
            .formatted(
                run.thing(held).kind().noun(),
                obstacle.map(": the %s is in the way"::formatted).orElse("")));
  }

  private static ArmPosture pitched(ArmPosture posture, double pitch) {
    return new ArmPosture(
        posture.shoulderYaw(), posture.liftM(), posture.extensionM(), posture.wristYaw(), pitch);
  }

  private Optional<Body> obstacle(ArmPosture from, List<ArmPosture> way) {
    Optional<Load> load = Optional.of(new Load(held.shape(), held.inHand()));
    Optional<Body> hit = Optional.empty();
    ArmPosture last = from;
    for (ArmPosture next : way) {
      if (hit.isEmpty()) {
        hit =
            run.planner()
                .obstacleOnWay(
                    run.robot().base(), last, next, run.robot().gapM(), load, held.body()::equals);
      }
      last = next;
    }
    return hit;
  }

  private void follow(List<ArmPosture> way) {
    for (ArmPosture next : way) {
      Optional<Body> hit = run.arm().moveTo(next, SLOW, body -> false);
      if (hit.isPresent()) {
        throw SkillEnd.failed(
            FailureReason.NO_ROOM,
            "There is no room here to turn the %s: the arm met the %s"
                .formatted(run.thing(held).kind().noun(), hit.get()));
      }
    }
  }
}
