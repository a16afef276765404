package io.souschef.ros.perception;

import io.souschef.skills.world.ObservedObject;
import java.util.Optional;

/**
 * Objects as they stand in an observation: with times of the robot's clock, and where they are.
 *
 * @param clock the robot's
 */
record Retiming(RobotClock clock) {

  ObservedObject of(ObservedObject o, Optional<String> place) {
    return new ObservedObject(
        o.id(),
        o.kind(),
        o.pose(),
        place,
        o.lengthM(),
        o.widthM(),
        o.heightM(),
        o.confidence(),
        clock.timeOf(o.lastSeenS()),
        o.visible());
  }
}
