package io.souschef.sim.behavior.reach;

import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.plan.ArmPlanner;
import io.souschef.sim.body.plan.ArmPlanner.Load;
import io.souschef.sim.physics.part.Body;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans single reaches and remembers why the last ones did not work. One per search; not
 * thread-safe.
 */
public final class ReachPlanner {

  /** Driving height of the arm, metres. */
  public static final double CARRY_M = 1.0;

  private static final double SIDEWAYS = Math.toRadians(25);

  private final ArmPlanner planner;
  private boolean withinReach;
  private @Nullable Body obstacle;
  private @Nullable Spot lastSpot;
  private boolean lastSpotIsFree;

  private record Spot(BasePose base, ArmPosture at, double gapBeforeM, double gapAfterM) {}

  /**
   * Where the hand goes.
   *
   * @param approach just before
   * @param at the spot
   * @param leave just after
   */
  public record Way(HandPose approach, HandPose at, HandPose leave) {}

  /**
   * What is in the hand and how wide it is open on the way there and back.
   *
   * @param before thing in the hand until the spot
   * @param gapBeforeM finger gap until the spot, metres
   * @param after thing in the hand from the spot
   * @param gapAfterM finger gap from the spot, metres
   */
  public record Hand(
      Optional<Load> before, double gapBeforeM, Optional<Load> after, double gapAfterM) {}

  public ReachPlanner(ArmPlanner planner) {
    this.planner = planner;
  }

  /** Whether any spot asked for was within the arm's reach. */
  public boolean wasWithinReach() {
    return withinReach;
  }

  /** What was last in the way. */
  public Optional<Body> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  /**
   * A way that touches nothing.
   *
   * @param target the thing to grip or to put down
   */
  public Optional<Reach> plan(BasePose base, Way way, Hand hand, Body target) {
    Optional<ArmPosture> at = ArmKinematics.inverse(base, way.at());
    Optional<ArmPosture> approach = ArmKinematics.inverse(base, way.approach());
    Optional<ArmPosture> leave = ArmKinematics.inverse(base, way.leave());
    if (at.isEmpty() || approach.isEmpty() || leave.isEmpty()) {
      return Optional.empty();
    }
    withinReach = true;
    ArmPosture over = overBase(approach.get().withExtension(0), hand.before());
    ArmPosture overAfter = overBase(leave.get().withExtension(0), hand.after());
    ArmPosture entry = drawnIn(approach.get(), over);
    ArmPosture out = drawnIn(leave.get(), overAfter);
    Reach reach =
        new Reach(
            base,
            stowed(over),
            over,
            entry,
            approach.get(),
            at.get(),
            leave.get(),
            out,
            overAfter,
            stowed(overAfter));
    return isFree(reach, hand, target) ? Optional.of(reach) : Optional.empty();
  }

  private boolean isFree(Reach reach, Hand hand, Body target) {
    Predicate<Body> ignored = target::equals;
    // A thing still to be gripped is an obstacle until the hand is right before it.
    Predicate<Body> none = hand.before().isPresent() ? ignored : body -> false;
    BasePose base = reach.base();
    // The spots first: most reaches that fail, fail there.
    return isFreeAt(reach, hand, ignored)
        && isFree(planner.obstacle(base, reach.approach(), hand.gapBeforeM(), hand.before(), none))
        && free(base, reach.approach(), reach.at(), hand.gapBeforeM(), hand.before(), ignored)
        && free(
            base,
            reach.at(),
            reach.leave(),
            hand.gapAfterM(),
            leaning(reach, hand, target),
            ignored)
        && free(base, reach.entry(), reach.approach(), hand.gapBeforeM(), hand.before(), none)
        && free(base, reach.leave(), reach.out(), hand.gapAfterM(), hand.after(), ignored)
        && free(base, reach.over(), reach.entry(), hand.gapBeforeM(), hand.before(), none)
        && free(base, reach.out(), reach.overAfter(), hand.gapAfterM(), hand.after(), ignored)
        && free(base, reach.stowed(), reach.over(), hand.gapBeforeM(), hand.before(), none)
        && free(
            base, reach.overAfter(), reach.stowedAfter(), hand.gapAfterM(), hand.after(), ignored);
  }

  /** As high as the hand and what hangs from it need over the robot's own base. */
  private static ArmPosture overBase(ArmPosture drawnIn, Optional<Load> load) {
    return drawnIn.withLift(ArmPlanner.liftOverBase(stowed(drawnIn), load));
  }

  /**
   * A hand that points ahead is drawn in beside the base, where the arm then rises; one that points
   * down is over the base by then, so the arm rises on the way.
   */
  private static ArmPosture drawnIn(ArmPosture reaching, ArmPosture over) {
    return isDown(reaching) ? over : reaching.withExtension(0);
  }

  private static boolean isDown(ArmPosture posture) {
    return Grasp.Approach.of(posture.wristPitch()) == Grasp.Approach.TOP;
  }

  /** Asked for once, though several ways may lead to a spot. */
  private boolean isFreeAt(Reach reach, Hand hand, Predicate<Body> ignored) {
    Spot spot = new Spot(reach.base(), reach.at(), hand.gapBeforeM(), hand.gapAfterM());
    if (!spot.equals(lastSpot)) {
      lastSpot = spot;
      lastSpotIsFree =
          isFree(
                  planner.obstacle(
                      spot.base(), spot.at(), hand.gapBeforeM(), hand.before(), ignored))
              && isFree(
                  planner.obstacle(
                      spot.base(), spot.at(), hand.gapAfterM(), Optional.empty(), ignored));
    }
    return lastSpotIsFree;
  }

  /** A wall or a neighbour that a thing stands against does not keep it from being lifted. */
  private Optional<Load> leaning(Reach reach, Hand hand, Body target) {
    return hand.after()
        .map(load -> planner.leaning(reach.base(), reach.at(), load, target::equals));
  }

  private boolean free(
      BasePose base,
      ArmPosture from,
      ArmPosture to,
      double gapM,
      Optional<Load> load,
      Predicate<Body> ignored) {
    return isFree(planner.obstacleOnWay(base, from, to, gapM, load, ignored));
  }

  private boolean isFree(Optional<Body> hit) {
    hit.ifPresent(body -> obstacle = body);
    return hit.isEmpty();
  }

  /** The arm over the base, at the same height and with the same pitch. */
  public static ArmPosture stowed(ArmPosture posture) {
    boolean down = isDown(posture);
    return new ArmPosture(
        down ? 0 : -SIDEWAYS,
        posture.liftM(),
        0,
        down ? 0 : Math.PI / 2 + SIDEWAYS,
        posture.wristPitch());
  }
}
