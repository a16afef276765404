package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.physics.part.Door;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import java.util.Optional;

/** Whether the robot is where something is, and nothing shut is between. */
public final class Access {

  private static final double NEAR_M = 1.3;

  private Access() {}

  /** Whether the robot stands at the place of an object, or near one that is at no place. */
  public static boolean isHere(Run run, ObservedObject object) {
    return object
        .place()
        .flatMap(name -> run.kitchen().site(name))
        .map(run::isAt)
        .orElseGet(() -> object.pose().floorDistanceTo(run.robot().base().pose()) < NEAR_M);
  }

  /** Fails when a place has a door and it is not open. */
  public static void requireOpen(Run run, String place) {
    Optional<Door> door = run.kitchenWorld().door(place);
    if (door.isPresent()) {
      Joint joint = door.get().part().joint();
      if (!joint.isOpen(run.kitchenWorld().position(door.get()))) {
        throw SkillEnd.failed(FailureReason.CLOSED, "The %s is closed".formatted(place));
      }
    }
  }
}
