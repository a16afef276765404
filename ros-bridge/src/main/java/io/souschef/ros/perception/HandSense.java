package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Perception.Gripper;
import io.souschef.skills.world.ObservedObject;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is in the hand of a robot that does not tell: what the last skill grasped, as long as the
 * gripper's joint agrees. Not thread-safe.
 */
final class HandSense {

  private final Optional<Gripper> gripper;
  private final Consumer<String> doubts;
  private double before = Double.NaN;
  private double position = Double.NaN;
  private @Nullable ObservedObject grasped;

  HandSense(Optional<Gripper> gripper, Consumer<String> doubts) {
    this.gripper = gripper;
    this.doubts = doubts;
  }

  /** Takes in a {@code sensor_msgs/msg/JointState}. */
  void joints(ObjectNode message) {
    if (gripper.isEmpty()) {
      return;
    }
    JsonNode names = message.path("name");
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).asText().equals(gripper.get().joint())) {
        before = position;
        position = message.path("position").path(i).asDouble(Double.NaN);
      }
    }
  }

  /** A skill that ended well has grasped this. */
  void holds(ObservedObject object) {
    grasped = object;
    changed();
  }

  /** A skill that ended well has let go of everything. */
  void letsGo() {
    grasped = null;
    changed();
  }

  /** What the joint said before says nothing any more. */
  private void changed() {
    before = Double.NaN;
    position = Double.NaN;
  }

  Optional<ObservedObject> held() {
    Optional<Boolean> feels = feels();
    if (feels.isPresent() && !feels.get() && grasped != null) {
      doubts.accept(
          "the gripper feels nothing, so %s has slipped out of it".formatted(grasped.id()));
      grasped = null;
    }
    if (feels.isPresent() && feels.get() && grasped == null) {
      doubts.accept("the gripper feels something that no skill has grasped");
    }
    return Optional.ofNullable(grasped);
  }

  /** Two messages must say the same: one may still be on its way from before the last change. */
  private Optional<Boolean> feels() {
    if (gripper.isEmpty() || Double.isNaN(position) || Double.isNaN(before)) {
      return Optional.empty();
    }
    boolean now = feels(gripper.get(), position);
    return now == feels(gripper.get(), before) ? Optional.of(now) : Optional.empty();
  }

  private static boolean feels(Gripper gripper, double position) {
    return position >= gripper.holdingAbove() && position < gripper.holdingBelow();
  }
}
