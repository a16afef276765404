package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;
import java.util.Optional;

/** Turns the camera to whole places. */
public final class Looker {

  /** Longest stretch of a surface that one picture takes in, metres. */
  private static final double STRETCH_M = 0.9;

  private static final double LOOK_S = 0.25;

  /** Height of the hand over a drawer's floor, metres. */
  private static final double ABOVE_M = 0.55;

  private final Run run;

  public Looker(Run run) {
    this.run = run;
  }

  /** Looks over everything that a place holds. */
  public void lookAt(Site site) {
    double position = run.position(site);
    for (Surface surface : site.surfacesAt(position)) {
      int glances = (int) Math.ceil(surface.widthM() / STRETCH_M);
      for (int i = 0; i < glances; i++) {
        double across = ((i + 0.5) / glances - 0.5) * surface.widthM();
        run.waitFor(LOOK_S);
        run.senses().look(surface.point(0, across));
      }
      if (position != 0 && isDrawer(site)) {
        lookFromAbove(surface);
      }
    }
  }

  /** Holds the hand over an open drawer: its front hides from the head what lies behind it. */
  private void lookFromAbove(Surface surface) {
    Vec3 centre = surface.point(0, 0);
    BasePose base = run.robot().base();
    double yaw = Math.atan2(centre.y() - base.y(), centre.x() - base.x());
    HandPose above = new HandPose(centre.x(), centre.y(), centre.z() + ABOVE_M, yaw, -Math.PI / 2);
    Optional<ArmPosture> posture = ArmKinematics.inverse(base, above);
    if (posture.isEmpty()
        || run.obstacleOnWay(posture.get().withExtension(0), posture.get()).isPresent()) {
      return;
    }
    ArmPosture before = run.robot().posture();
    run.arm().moveTo(ReachPlanner.stowed(posture.get()), 1, body -> true);
    run.arm().moveTo(posture.get().withExtension(0), 1, body -> true);
    run.arm().moveTo(posture.get(), 1, body -> false);
    run.senses().lookFromHand(centre);
    run.arm().moveTo(posture.get().withExtension(0), 1, body -> true);
    run.arm().moveTo(before.withLift(posture.get().liftM()), 1, body -> true);
    run.arm().moveTo(before, 1, body -> true);
  }

  private static boolean isDrawer(Site site) {
    return site.door().filter(door -> door.joint().type() == Joint.Type.SLIDER).isPresent();
  }

  /** Looks at one spot. */
  public void lookAt(Pose pose) {
    run.waitFor(LOOK_S);
    run.senses().look(Frames.position(pose));
  }
}
