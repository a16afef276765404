package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.Reach;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.physics.part.Body;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs the arm along a {@link Reach}. */
public final class ArmMotion {

  private static final double CAREFUL = 1.6;
  private static final int RISES = 3;
  private static final double RISE_M = 0.08;

  /** Part of the way back to where nothing was pressed. */
  private static final double BACK = 0.2;

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

  /**
   * Away from the spot and back over the base, whatever it touches on the first bit; higher where
   * it would press something into something.
   */
  public void leave(Reach reach) {
    run.arm().moveTo(reach.leave(), CAREFUL, body -> true);
    double riseM = drawIn(reach.leave(), reach.out());
    change(raised(reach.out(), riseM), raised(reach.overAfter(), riseM), body -> true);
    run.arm().moveTo(raised(reach.stowedAfter(), riseM), 1, body -> true);
    new Driver(run).stow();
  }

  /**
   * Draws the arm in.
   *
   * @return how much higher it had to go than was planned, metres
   */
  private double drawIn(ArmPosture leave, ArmPosture out) {
    double riseM = 0;
    Optional<Body> pressed = run.arm().moveTo(out, 1, body -> true);
    for (int i = 0; i < RISES && pressed.isPresent(); i++) {
      riseM += RISE_M;
      run.arm().moveTo(run.robot().posture().towards(leave, BACK), 1, body -> true);
      run.arm().moveTo(run.robot().posture().withLift(raised(out, riseM).liftM()), 1, body -> true);
      pressed = run.arm().moveTo(raised(out, riseM), 1, body -> true);
    }
    return riseM;
  }

  private static ArmPosture raised(ArmPosture posture, double metres) {
    return posture.withLift(Math.min(posture.liftM() + metres, RobotModel.MAX_LIFT_M));
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
