package io.souschef.sim.body;

import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.Contacts.Pressed;
import io.souschef.sim.physics.part.Body;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Feels, step by step during one motion, whether the arm presses something into something. What was
 * pressed before the motion began, or is pressed less and less, keeps nobody from moving away. One
 * per motion.
 */
final class Squeeze {

  /** As deep as soft contacts go at a blow; what is pressed deeper does not give way, metres. */
  private static final double DEEP_M = 0.004;

  /** Deeper by so much from one step to the next: growing, metres. */
  private static final double GROWS_M = 0.0002;

  private static final int STEPS = 2;

  private final BulletWorld world;
  private final RobotBody body;
  private final @Nullable Body door;
  private double before;
  private int growing;

  /**
   * Begins to feel.
   *
   * @param door what the hand is hooked to; null when to nothing
   */
  Squeeze(BulletWorld world, RobotBody body, @Nullable Body door) {
    this.world = world;
    this.body = body;
    this.door = door;
    before = pressed().map(Pressed::depthM).orElse(0.0);
  }

  /** What has been pressed deep, and deeper with each of the last steps. */
  Optional<Body> grown() {
    Optional<Pressed> now = pressed();
    double depth = now.map(Pressed::depthM).orElse(0.0);
    growing = depth > DEEP_M && depth > before + GROWS_M ? growing + 1 : 0;
    before = depth;
    return growing < STEPS ? Optional.empty() : now.map(this::told);
  }

  /** Whether something is pressed deep now. */
  boolean isDeep() {
    return before > DEEP_M;
  }

  private Optional<Pressed> pressed() {
    return world.contacts().pressed(body::isOwn, door);
  }

  /** Of the two, the one that is not the robot's; a thing rather than furniture. */
  private Body told(Pressed pressed) {
    boolean first =
        !body.isOwn(pressed.one())
            && (pressed.one().role() == Body.Role.LOOSE || body.isOwn(pressed.other()));
    return first ? pressed.one() : pressed.other();
  }
}
