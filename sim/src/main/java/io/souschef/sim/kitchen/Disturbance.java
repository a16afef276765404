package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Vec3;
import java.util.Optional;

/**
 * Something that happens to the world while the robot works.
 *
 * @param trigger when
 * @param effect what
 */
public record Disturbance(Trigger trigger, Effect effect) {

  /** When a disturbance strikes; each strikes once. */
  public sealed interface Trigger {

    /** At a robot time in seconds. */
    record AtTime(double timeS) implements Trigger {}

    /**
     * At the start of a skill.
     *
     * @param action the skill's action: "pick_up"
     * @param occurrence the first time it is run is 1
     */
    record AtSkill(String action, int occurrence) implements Trigger {}
  }

  /** What is done to the world. Objects are named by scene id. */
  public sealed interface Effect {

    /** An object is put on or in a place by an unseen hand. */
    record Move(String object, String place) implements Effect {}

    /** An object is taken away. */
    record Remove(String object) implements Effect {}

    /** An object is brought. */
    record Add(String kind, String place) implements Effect {}

    /** An object is toppled where it stands. */
    record KnockOver(String object) implements Effect {}

    /** A door or drawer is shut. */
    record Shut(String place) implements Effect {}

    /** A box is put on the floor, in the robot's way. */
    record BlockPath(Vec3 at, Optional<Double> sizeM) implements Effect {}

    /** The next grasps slip. */
    record FailGrasps(int count) implements Effect {}
  }
}
