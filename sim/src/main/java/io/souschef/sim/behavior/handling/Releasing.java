package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.motion.ArmMotion;
import io.souschef.sim.behavior.reach.Reach;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;

/** Carries what is in the hand to a planned spot and lets go of it there. */
final class Releasing {

  private final Run run;

  Releasing(Run run) {
    this.run = run;
  }

  void release(Placing.Planned planned) {
    ArmMotion motion = new ArmMotion(run);
    Reach reach = planned.reach();
    run.phase("reaching", 0.5);
    Optional<Body> hit = motion.approach(reach);
    if (hit.isPresent()) {
      motion.retreat(reach);
      throw SkillEnd.failed(FailureReason.NO_ROOM, "The arm met the " + hit.get());
    }
    // A touch on the last bit is what it stands on.
    motion.arrive(reach.at());
    run.phase("letting go", 0.8);
    run.observe(); // what is felt now is where it is believed to stay
    run.robot().release();
    run.gripper().spreadTo(planned.gapAfterM());
    motion.leave(reach);
    run.gripper().open();
  }
}
