package io.souschef.ros.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.skills.world.Pose;

/** Body and camera as messages, in the frames of REP-105. */
final class BodyMessages {

  static final String OPTICAL = "camera_optical_frame";
  private static final Pose HERE = Pose.upright(0, 0, 0, 0);

  private BodyMessages() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** {@code tf2_msgs/msg/TFMessage}: map, odom, base_link. Odometry is exact. */
  static ObjectNode transforms(BodyState body) {
    ObjectNode message = object();
    message
        .putArray("transforms")
        .add(transform(body.timeS(), "map", "odom", HERE))
        .add(transform(body.timeS(), "odom", "base_link", body.base()));
    return message;
  }

  /** {@code tf2_msgs/msg/TFMessage} of the camera. */
  static ObjectNode transforms(CameraFrame frame) {
    ObjectNode message = object();
    message.putArray("transforms").add(transform(frame.timeS(), "map", OPTICAL, frame.optical()));
    return message;
  }

  private static ObjectNode transform(double timeS, String parent, String child, Pose pose) {
    ObjectNode transform = object();
    transform.set("header", RosValues.header(timeS, parent));
    transform.put("child_frame_id", child);
    ObjectNode value = transform.putObject("transform");
    value.set("translation", RosValues.point(pose.x(), pose.y(), pose.z()));
    value.set("rotation", RosValues.orientation(pose));
    return transform;
  }

  /** {@code rosgraph_msgs/msg/Clock}. */
  static ObjectNode clock(double timeS) {
    ObjectNode message = object();
    message.set("clock", RosValues.time(timeS));
    return message;
  }

  /** {@code sensor_msgs/msg/JointState}. */
  static ObjectNode joints(BodyState body) {
    ObjectNode message = object();
    message.set("header", RosValues.header(body.timeS(), "base_link"));
    ArrayNode names = message.putArray("name");
    ArrayNode positions = message.putArray("position");
    body.joints()
        .forEach(
            (name, position) -> {
              names.add(name);
              positions.add(position);
            });
    return message;
  }

  /** {@code sensor_msgs/msg/Image}. */
  static ObjectNode image(CameraFrame frame) {
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().duplicate().get(rgb);
    ObjectNode message = object();
    message.set("header", RosValues.header(frame.timeS(), OPTICAL));
    return message
        .put("height", frame.heightPx())
        .put("width", frame.widthPx())
        .put("encoding", "rgb8")
        .put("is_bigendian", 0)
        .put("step", 3 * frame.widthPx())
        .put("data", rgb);
  }

  /** {@code sensor_msgs/msg/CameraInfo} of a pinhole without distortion. */
  static ObjectNode cameraInfo(CameraFrame frame) {
    double f = frame.focalPx();
    double cx = frame.widthPx() / 2.0;
    double cy = frame.heightPx() / 2.0;
    ObjectNode message = object();
    message.set("header", RosValues.header(frame.timeS(), OPTICAL));
    message
        .put("height", frame.heightPx())
        .put("width", frame.widthPx())
        .put("distortion_model", "plumb_bob");
    numbers(message.putArray("d"), 0, 0, 0, 0, 0);
    numbers(message.putArray("k"), f, 0, cx, 0, f, cy, 0, 0, 1);
    numbers(message.putArray("r"), 1, 0, 0, 0, 1, 0, 0, 0, 1);
    numbers(message.putArray("p"), f, 0, cx, 0, 0, f, cy, 0, 0, 0, 1, 0);
    return message;
  }

  private static void numbers(ArrayNode array, double... values) {
    for (double value : values) {
      array.add(value);
    }
  }
}
