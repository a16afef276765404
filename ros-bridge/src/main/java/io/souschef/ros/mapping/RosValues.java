package io.souschef.ros.mapping;

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

  /** A quaternion this short was never set, and cannot be made one of length one. */
  private static final double UNSET = 1e-3;

  /**
   * A pose from two fields of a message. A quaternion that is not of length one is made so.
   *
   * @throws IllegalArgumentException when it is not finite, or its quaternion was never set
   */
  public static Pose pose(JsonNode position, JsonNode orientation) {
    return pose(position, orientation, false);
  }

  /** The same, but without an orientation it is upright: a detector that has none leaves it out. */
  public static Pose poseOrUpright(JsonNode position, JsonNode orientation) {
    return pose(position, orientation, true);
  }

  private static Pose pose(JsonNode position, JsonNode orientation, boolean upright) {
    double qx = orientation.path("x").asDouble();
    double qy = orientation.path("y").asDouble();
    double qz = orientation.path("z").asDouble();
    double qw = orientation.path("w").asDouble();
    double norm = Math.sqrt(qx * qx + qy * qy + qz * qz + qw * qw);
    boolean unset = norm < UNSET && upright;
    // An unset or infinite one stays as it is, for Pose to refuse it in its own words.
    double by = norm < UNSET || !Double.isFinite(norm) ? 1 : norm;
    return new Pose(
        position.path("x").asDouble(),
        position.path("y").asDouble(),
        position.path("z").asDouble(),
        unset ? 0 : qx / by,
        unset ? 0 : qy / by,
        unset ? 0 : qz / by,
        unset ? 1 : qw / by);
  }
}
