package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Perception.Gripper;
import io.souschef.ros.mapping.RosValues;
import io.souschef.skills.world.ObservedObject;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is in the hand of a robot that does not tell: what the last skill grasped, as long as the
 * gripper's joint agrees. Messages may still be on their way from before the last change, so the
 * joint is believed when it has said the same for a while. Not thread-safe.
 */
final class HandSense {

  /** How long the joint must say the same, by its stamps and by when they were heard, seconds. */
  static final double STEADY_S = 0.3;

  private final Optional<Gripper> gripper;
  private final Consumer<String> doubts;
  private @Nullable Feeling first;
  private @Nullable Feeling last;
  private @Nullable ObservedObject grasped;

  HandSense(Optional<Gripper> gripper, Consumer<String> doubts) {
    this.gripper = gripper;
    this.doubts = doubts;
  }

  /**
   * Takes in a {@code sensor_msgs/msg/JointState}.
   *
   * @param heardNanos monotonic time here
   */
  void joints(ObjectNode message, long heardNanos) {
    if (gripper.isEmpty()) {
      return;
    }
    JsonNode names = message.path("name");
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).asText().equals(gripper.get().joint())) {
        double position = message.path("position").path(i).asDouble(Double.NaN);
        double stampS = RosValues.seconds(message.at("/header/stamp"));
        if (Double.isFinite(position)) {
          take(new Feeling(feels(gripper.get(), position), stampS, heardNanos));
        }
      }
    }
  }

  private void take(Feeling feeling) {
    if (first == null || first.something() != feeling.something()) {
      first = feeling;
    }
    last = feeling;
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
    first = null;
    last = null;
  }

  /** The robot's clock has jumped: its old stamps cannot be compared with the new ones. */
  void restart() {
    changed();
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

  private Optional<Boolean> feels() {
    return first != null && last != null && last.isSteadySince(first)
        ? Optional.of(last.something())
        : Optional.empty();
  }

  private static boolean feels(Gripper gripper, double position) {
    return position >= gripper.holdingAbove() && position < gripper.holdingBelow();
  }

  /**
   * What one message says of the hand.
   *
   * @param something whether the fingers feel something
   * @param stampS when, by the robot's clock, seconds; zero where it does not say
   * @param heardNanos when it was heard
   */
  private record Feeling(boolean something, double stampS, long heardNanos) {

    boolean isStamped() {
      return stampS > 0;
    }

    boolean isSteadySince(Feeling first) {
      boolean byStamp = !isStamped() || stampS - first.stampS >= STEADY_S;
      return byStamp && (heardNanos - first.heardNanos) / 1e9 >= STEADY_S;
    }
  }
}
