package io.souschef.rosbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.world.Pose;

/** Times and poses as ROS 2 messages have them. */
public final class RosValues {

  private static final long NANOS = 1_000_000_000L;

  private RosValues() {}

  /** {@code geometry_msgs/msg/Pose}. */
  public static ObjectNode pose(Pose pose) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.set("position", point(pose.x(), pose.y(), pose.z()));
    message.set("orientation", orientation(pose));
    return message;
  }

  /** {@code geometry_msgs/msg/Point}, and {@code Vector3}. */
  public static ObjectNode point(double x, double y, double z) {
    return JsonNodeFactory.instance.objectNode().put("x", x).put("y", y).put("z", z);
  }

  /** {@code geometry_msgs/msg/Quaternion}. */
  public static ObjectNode orientation(Pose pose) {
    return point(pose.qx(), pose.qy(), pose.qz()).put("w", pose.qw());
  }

  /** {@code builtin_interfaces/msg/Time} of seconds. */
  public static ObjectNode time(double seconds) {
    long nanos = Math.round(seconds * NANOS);
    return JsonNodeFactory.instance
        .objectNode()
        .put("sec", Math.floorDiv(nanos, NANOS))
        .put("nanosec", Math.floorMod(nanos, NANOS));
  }

  /** Seconds of a {@code builtin_interfaces/msg/Time}. */
  public static double seconds(JsonNode time) {
    return time.path("sec").asLong() + time.path("nanosec").asLong() / (double) NANOS;
  }

  /** {@code std_msgs/msg/Header}. */
  public static ObjectNode header(double stampS, String frame) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.set("stamp", time(stampS));
    return header.put("frame_id", frame);
  }

  /**
   * A pose from two fields of a message.
   *
   * @throws IllegalArgumentException when it is not finite or its quaternion is not of length one
   */
  public static Pose pose(JsonNode position, JsonNode orientation) {
    return new Pose(
        position.path("x").asDouble(),
        position.path("y").asDouble(),
        position.path("z").asDouble(),
        orientation.path("x").asDouble(),
        orientation.path("y").asDouble(),
        orientation.path("z").asDouble(),
        orientation.path("w").asDouble());
  }
}
