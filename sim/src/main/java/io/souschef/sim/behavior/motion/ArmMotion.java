package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.Reach;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.physics.part.Body;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs the arm along a {@link Reach}. */
public final class ArmMotion {

  private static final double CAREFUL = 1.6;

  private final Run run;

  public ArmMotion(Run run) {
    this.run = run;
  }

  /** From the stowed arm to just before the spot. */
  public Optional<Body> approach(Reach reach) {
    new Driver(run).stow();
    run.arm().moveTo(reach.stowed(), 1, body -> true);
    return run.arm()
        .moveTo(reach.over(), 1, body -> false)
        .or(() -> change(reach.over(), reach.entry(), body -> false))
        .or(() -> run.arm().moveTo(reach.approach(), 1, body -> false));
  }

  /** The last bit. */
  public Optional<Body> arrive(ArmPosture at) {
    return run.arm().moveTo(at, CAREFUL, body -> false);
  }

  /** Away from the spot and back over the base, whatever it touches on the first bit. */
  public void leave(Reach reach) {
    run.arm().moveTo(reach.leave(), CAREFUL, body -> true);
    run.arm().moveTo(reach.out(), 1, body -> true);
    change(reach.out(), reach.overAfter(), body -> true);
    run.arm().moveTo(reach.stowedAfter(), 1, body -> true);
    new Driver(run).stow();
  }

  /** Back the way it came, after something went wrong before the spot. */
  public void retreat(Reach reach) {
    run.arm().moveTo(reach.approach(), 1, body -> true);
    run.arm().moveTo(reach.entry(), 1, body -> true);
    change(reach.entry(), reach.over(), body -> true);
    run.arm().moveTo(reach.stowed(), 1, body -> true);
    new Driver(run).stow();
  }

  /** A motion that most reaches do not need. */
  private Optional<Body> change(ArmPosture from, ArmPosture to, Predicate<Body> expected) {
    return from.equals(to) ? Optional.empty() : run.arm().moveTo(to, 1, expected);
  }
}
