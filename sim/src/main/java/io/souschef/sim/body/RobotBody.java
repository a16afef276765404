package io.souschef.sim.body;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.BodySpec;
import io.souschef.sim.physics.part.Joint;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The robot's links in a world and the joint positions they follow. Thread: the world's. */
public final class RobotBody {

  private final BulletWorld world;
  private final List<Body> links;
  private BasePose base;
  private ArmPosture posture;
  private double gapM;
  private final double liftsKg;
  private @Nullable Held held;

  /**
   * Adds a robot with its arm stowed and its hand open.
   *
   * @param liftsKg heaviest thing that it lifts, kilograms
   */
  public RobotBody(BulletWorld world, BasePose base, double liftsKg) {
    this.world = world;
    this.liftsKg = liftsKg;
    this.base = base;
    posture = ArmPosture.STOWED;
    gapM = RobotModel.OPEN_M;
    List<Pose> poses = RobotModel.poses(base, posture, gapM);
    links =
        IntStream.range(0, poses.size())
            .mapToObj(
                i -> {
                  RobotModel.Link link = RobotModel.LINKS.get(i);
                  return world.add(BodySpec.driven(link.id(), link.shape(), poses.get(i)));
                })
            .toList();
  }

  private RobotBody(BulletWorld world, RobotBody original) {
    this.world = world;
    links = original.links;
    base = original.base;
    posture = original.posture;
    gapM = original.gapM;
    held = original.held;
    liftsKg = original.liftsKg;
  }

  /** The same robot in a copy of its world. */
  public RobotBody copyIn(BulletWorld copyOfWorld) {
    return new RobotBody(copyOfWorld, this);
  }

  /** Heaviest thing that it lifts, kilograms. */
  public double liftsKg() {
    return liftsKg;
  }

  public BasePose base() {
    return base;
  }

  public ArmPosture posture() {
    return posture;
  }

  public double gapM() {
    return gapM;
  }

  public Optional<Held> held() {
    return Optional.ofNullable(held);
  }

  /** Where the hand grips, map frame. */
  public HandPose hand() {
    return ArmKinematics.forward(base, posture);
  }

  /** Links in the order of {@link RobotModel#LINKS}. */
  public List<Body> links() {
    return links;
  }

  /** Whether a body belongs to the robot or is in its hand. */
  public boolean isOwn(Body body) {
    return body.role() == Body.Role.DRIVEN || (held != null && held.body().equals(body));
  }

  Body palm() {
    return links.get(RobotModel.PALM);
  }

  Body leftFinger() {
    return links.get(RobotModel.LEFT_FINGER);
  }

  Body rightFinger() {
    return links.get(RobotModel.RIGHT_FINGER);
  }

  void stand(BasePose pose) {
    base = pose;
    drive();
  }

  void take(ArmPosture next) {
    posture = next;
    drive();
  }

  void spread(double metres) {
    gapM = metres;
    drive();
  }

  /** Grips a thing where it is. */
  public void hold(Body body, Shape shape) {
    Pose inHand = Frames.compose(Frames.inverse(hand().pose()), world.pose(body));
    held = new Held(body, shape, inHand, world.joints().weld(palm(), body));
  }

  /**
   * Grips a thing that was put between the fingers, as a start state.
   *
   * @param widthM of the thing between the fingers, metres
   */
  public void startHolding(Body body, Shape shape, double widthM) {
    gapM = widthM;
    drive();
    hold(body, shape);
  }

  /** Takes hold of a handle; the caller releases the joint. */
  public Joint hook(Body door, Pose handle) {
    return world.joints().hook(palm(), door, handle);
  }

  /** Lets go of what is held. */
  public void release() {
    if (held != null) {
      world.joints().release(held.weld());
      held = null;
    }
  }

  private void drive() {
    List<Pose> poses = RobotModel.poses(base, posture, gapM);
    for (int i = 0; i < poses.size(); i++) {
      world.drive(links.get(i), poses.get(i));
    }
  }
}
