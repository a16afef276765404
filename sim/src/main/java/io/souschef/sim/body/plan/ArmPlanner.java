package io.souschef.sim.body.plan;

import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.world.Pose;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Asks what the arm would touch in a posture or on its way, before it moves. */
public final class ArmPlanner {

  /** Spacing of the checks along a motion: metres of the fastest point. */
  private static final double SPACING_M = 0.02;

  /** The longest lever, to turn radians into metres of motion. */
  private static final double LEVER_M = 0.6;

  /** Room between the robot's own base and what is carried over it, metres. */
  private static final double OVER_BASE_M = 0.02;

  private final BulletWorld world;

  /**
   * What is checked along with the arm.
   *
   * @param shape of the thing in the hand
   * @param inHand its pose in the hand's frame
   * @param leansOn bodies that it may rub along
   */
  public record Load(Shape shape, Pose inHand, Set<Body> leansOn) {

    public Load {
      leansOn = Set.copyOf(leansOn);
    }

    public Load(Shape shape, Pose inHand) {
      this(shape, inHand, Set.of());
    }
  }

  public ArmPlanner(BulletWorld world) {
    this.world = world;
  }

  /** What the arm would touch in a posture, links of the base not counted. */
  public Optional<Body> obstacle(
      BasePose base,
      ArmPosture posture,
      double gapM,
      Optional<Load> load,
      Predicate<Body> ignored) {
    List<Pose> poses = RobotModel.poses(base, posture, gapM);
    // From the hand inwards: what blocks is mostly there.
    for (int i = poses.size() - 1; i >= RobotModel.FIRST_OF_ARM; i--) {
      Optional<Body> hit =
          world.contacts().obstacle(RobotModel.LINKS.get(i).shape(), poses.get(i), own(ignored));
      if (hit.isPresent()) {
        return hit;
      }
    }
    if (load.isEmpty()) {
      return Optional.empty();
    }
    return obstacle(base, posture, load.get(), ignored);
  }

  private Optional<Body> obstacle(
      BasePose base, ArmPosture posture, Load load, Predicate<Body> ignored) {
    Pose hand = ArmKinematics.forward(base, posture).pose();
    return world
        .contacts()
        .obstacle(
            load.shape(),
            Frames.compose(hand, load.inHand()),
            own(ignored.or(load.leansOn()::contains)));
  }

  /**
   * How high the arm must be for the hand and what it holds to pass over the robot's own base,
   * metres; its own height where that is enough.
   *
   * @param drawnIn the arm over the base
   */
  public static double liftOverBase(ArmPosture drawnIn, Optional<Load> load) {
    HandPose hand = ArmKinematics.forward(new BasePose(0, 0, 0), drawnIn);
    double tips = hand.z() + RobotModel.TIP_M * Math.sin(hand.pitch()) - RobotModel.HALF_FINGER_M;
    double bottom =
        load.map(l -> Extents.bottom(l.shape(), Frames.compose(hand.pose(), l.inHand())))
            .map(held -> Math.min(held, tips))
            .orElse(tips);
    double missing = RobotModel.BASE_TOP_M + OVER_BASE_M - bottom;
    return Math.min(RobotModel.MAX_LIFT_M, drawnIn.liftM() + Math.max(0, missing));
  }

  /** The same load, which may rub along everything that it touches in a posture. */
  public Load leaning(BasePose base, ArmPosture posture, Load load, Predicate<Body> ignored) {
    Set<Body> touched = new HashSet<>(load.leansOn());
    Load leaning = load;
    Optional<Body> next = obstacle(base, posture, leaning, ignored);
    while (next.isPresent()) {
      touched.add(next.get());
      leaning = new Load(load.shape(), load.inHand(), touched);
      next = obstacle(base, posture, leaning, ignored);
    }
    return leaning;
  }

  /** What the arm would touch on the straight way, in joint space, between two postures. */
  public Optional<Body> obstacleOnWay(
      BasePose base,
      ArmPosture from,
      ArmPosture to,
      double gapM,
      Optional<Load> load,
      Predicate<Body> ignored) {
    int checks = (int) Math.ceil(motion(from, to) / SPACING_M);
    for (int i = 1; i <= checks; i++) {
      Optional<Body> hit =
          obstacle(base, from.towards(to, (double) i / checks), gapM, load, ignored);
      if (hit.isPresent()) {
        return hit;
      }
    }
    return Optional.empty();
  }

  private static double motion(ArmPosture a, ArmPosture b) {
    double reach = LEVER_M + Math.max(a.extensionM(), b.extensionM());
    return Math.abs(a.shoulderYaw() - b.shoulderYaw()) * reach
        + Math.abs(a.liftM() - b.liftM())
        + Math.abs(a.extensionM() - b.extensionM())
        + (Math.abs(a.wristYaw() - b.wristYaw()) + Math.abs(a.wristPitch() - b.wristPitch()))
            * RobotModel.HAND_M;
  }

  private static Predicate<Body> own(Predicate<Body> ignored) {
    return body -> body.role() == Body.Role.DRIVEN || ignored.test(body);
  }
}
