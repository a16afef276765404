package io.souschef.ros.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import java.util.ArrayList;
import java.util.List;

/** Observations as messages: detections and {@code RobotState}, in the map frame. */
final class WorldMessages {

  private static final int OPEN = 1;
  private static final int CLOSED = 2;

  private WorldMessages() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static List<ObservedObject> objects(Observation observation) {
    List<ObservedObject> all = new ArrayList<>(observation.objects());
    observation.held().ifPresent(all::add);
    return all;
  }

  /** {@code vision_msgs/msg/Detection3DArray}; each detection's stamp is when it was last seen. */
  static ObjectNode detections(Observation observation) {
    ObjectNode message = object();
    message.set("header", RosValues.header(observation.timeS(), "map"));
    ArrayNode detections = message.putArray("detections");
    for (ObservedObject o : objects(observation)) {
      detections.add(detection(o, observation.timeS()));
    }
    return message;
  }

  private static ObjectNode detection(ObservedObject o, double nowS) {
    ObjectNode detection = object();
    detection.set(
        "header",
        RosValues.header(o.visible() ? nowS : Math.min(o.lastSeenS(), nowS - 1e-6), "map"));
    ObjectNode result = detection.putArray("results").addObject();
    result.putObject("hypothesis").put("class_id", o.kind()).put("score", o.confidence());
    result.putObject("pose").set("pose", RosValues.pose(o.pose()));
    ObjectNode box = detection.putObject("bbox");
    box.set("center", RosValues.pose(o.pose()));
    box.set("size", RosValues.point(o.lengthM(), o.widthM(), o.heightM()));
    return detection.put("id", o.id());
  }

  /** {@code souschef_msgs/msg/RobotState}. */
  static ObjectNode state(Observation observation) {
    ObjectNode message = object();
    message.set("header", RosValues.header(observation.timeS(), "map"));
    message.put("at", observation.at().orElse(""));
    message.put("held", observation.held().map(ObservedObject::id).orElse(""));
    ArrayNode places = message.putArray("places");
    for (PlaceState place : observation.places()) {
      places
          .addObject()
          .put("name", place.place().name())
          .put("state", place.open().map(open -> open ? OPEN : CLOSED).orElse(0))
          .put("looked", place.lastLookedS().isPresent())
          .put("last_looked", place.lastLookedS().orElse(0));
    }
    ArrayNode objects = message.putArray("objects");
    for (ObservedObject o : objects(observation)) {
      objects.addObject().put("id", o.id()).put("place", o.place().orElse(""));
    }
    return message;
  }
}
