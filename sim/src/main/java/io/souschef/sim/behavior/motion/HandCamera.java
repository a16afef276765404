package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.RayHit;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.world.Pose;
import java.util.Optional;

/** The small camera in the palm: sees what is before the hand, to two millimetres. */
public final class HandCamera {

  private static final double NOISE_M = 0.0015;

  private final Run run;

  public HandCamera(Run run) {
    this.run = run;
  }

  /** Where the thing is; empty when something hides it. */
  public Optional<Vec3> locate(Thing thing) {
    Pose truth = run.world().pose(thing.body());
    Optional<RayHit> hit =
        run.world().rays().closest(run.robot().hand().pose(), truth, run.robot()::isOwn);
    if (hit.isPresent() && !hit.get().body().equals(thing.body())) {
      return Optional.empty();
    }
    Vec3 noise =
        new Vec3(run.random().nextGaussian(), run.random().nextGaussian(), 0).times(NOISE_M);
    return Optional.of(Frames.position(truth).plus(noise));
  }
}
