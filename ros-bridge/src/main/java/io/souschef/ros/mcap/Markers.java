package io.souschef.ros.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import java.util.ArrayList;
import java.util.List;

/** An observation, as the trace has it, in messages that RViz and Foxglove draw. */
final class Markers {

  private static final int CUBE = 1;
  private static final int TEXT = 9;
  private static final int DELETE_ALL = 3;

  private Markers() {}

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode header(String frame, long nanos) {
    return RosValues.header(nanos / 1e9, frame);
  }

  private static ObjectNode pose(JsonNode pose) {
    ObjectNode message = json();
    message.set("position", point(pose));
    message.set("orientation", turned(pose));
    return message;
  }

  private static ObjectNode point(JsonNode pose) {
    return RosValues.point(
        pose.path("x").asDouble(), pose.path("y").asDouble(), pose.path("z").asDouble());
  }

  private static ObjectNode turned(JsonNode pose) {
    return RosValues.point(
            pose.path("qx").asDouble(), pose.path("qy").asDouble(), pose.path("qz").asDouble())
        .put("w", pose.path("qw").asDouble());
  }

  private static ObjectNode size(JsonNode object) {
    return RosValues.point(
        object.path("lengthM").asDouble(),
        object.path("widthM").asDouble(),
        object.path("heightM").asDouble());
  }

  /** What is seen and held, then what is only remembered. */
  private static List<JsonNode> objects(JsonNode observation) {
    List<JsonNode> all = new ArrayList<>();
    observation.path("objects").forEach(all::add);
    if (observation.path("held").isObject()) {
      all.add(observation.path("held"));
    }
    return all;
  }

  /** {@code visualization_msgs/msg/MarkerArray}: a box and a name for each object and place. */
  static ObjectNode of(JsonNode observation, String map, long nanos) {
    ObjectNode message = json();
    ArrayNode markers = message.putArray("markers");
    markers.addObject().put("action", DELETE_ALL).set("header", header(map, nanos));
    for (JsonNode one : objects(observation)) {
      double strength = one.path("visible").asBoolean() ? 1 : 0.35;
      ObjectNode box = marker(markers, "objects", CUBE, one.path("pose"), map, nanos);
      box.set("scale", size(one));
      color(box, 0.9, 0.3, 0.2, strength);
      named(markers, "object names", one, one.path("kind").asText(), map, nanos);
    }
    for (JsonNode state : observation.path("places")) {
      JsonNode place = state.path("place");
      named(markers, "places", place, place.path("name").asText(), map, nanos);
    }
    return message;
  }

  private static ObjectNode marker(
      ArrayNode markers, String group, int type, JsonNode pose, String map, long nanos) {
    ObjectNode marker = markers.addObject().put("ns", group).put("id", markers.size());
    marker.set("header", header(map, nanos));
    marker.put("type", type).set("pose", pose(pose));
    return marker;
  }

  private static void named(
      ArrayNode markers, String group, JsonNode of, String name, String map, long nanos) {
    ObjectNode text = marker(markers, group, TEXT, of.path("pose"), map, nanos);
    double above = of.path("heightM").asDouble() / 2 + 0.08;
    ((ObjectNode) text.at("/pose/position")).put("z", of.path("pose").path("z").asDouble() + above);
    text.set("scale", RosValues.point(0, 0, 0.06));
    color(text, 0.1, 0.1, 0.1, 1);
    text.put("text", name);
  }

  private static void color(ObjectNode marker, double r, double g, double b, double a) {
    marker.putObject("color").put("r", r).put("g", g).put("b", b).put("a", a);
  }

  /** {@code tf2_msgs/msg/TFMessage} of where the base is. */
  static ObjectNode transform(JsonNode base, String map, String frame, long nanos) {
    ObjectNode message = json();
    ObjectNode one = message.putArray("transforms").addObject();
    one.set("header", header(map, nanos));
    ObjectNode transform = one.put("child_frame_id", frame).putObject("transform");
    transform.set("translation", point(base));
    transform.set("rotation", turned(base));
    return message;
  }

  /** {@code vision_msgs/msg/Detection3DArray} of what is seen now. */
  static ObjectNode detections(JsonNode observation, String map, long nanos) {
    ObjectNode message = json();
    message.set("header", header(map, nanos));
    ArrayNode all = message.putArray("detections");
    for (JsonNode one : observation.path("objects")) {
      if (one.path("visible").asBoolean()) {
        ObjectNode detection = all.addObject().put("id", one.path("id").asText());
        detection.set("header", header(map, nanos));
        ObjectNode result = detection.putArray("results").addObject();
        result
            .putObject("hypothesis")
            .put("class_id", one.path("kind").asText())
            .put("score", one.path("confidence").asDouble());
        result.putObject("pose").set("pose", pose(one.path("pose")));
        ObjectNode box = detection.putObject("bbox");
        box.set("center", pose(one.path("pose")));
        box.set("size", size(one));
      }
    }
    return message;
  }
}
