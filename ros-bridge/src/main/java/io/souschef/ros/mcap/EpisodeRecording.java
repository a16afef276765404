package io.souschef.ros.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;

/**
 * An episode's events, a line of its trace each, as topics: {@code /souschef/instruction}, {@code
 * events}, {@code decisions}, {@code skills}, {@code log} and {@code markers}; and, where the graph
 * itself is not recorded, {@code /tf} and {@code /detections} of what the robot believed.
 */
public final class EpisodeRecording {

  private static final String BELOW = "/souschef/";
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final TypeName IMAGE = TypeName.of("sensor_msgs/msg/CompressedImage");

  private final RosRecording recording;
  private final String map;
  private final String base;
  private final boolean believed;
  private int step;
  private String skill = "";

  /**
   * An episode to come.
   *
   * @param map name of the fixed frame
   * @param base name of the robot's frame
   * @param believed whether what is perceived is recorded from the events
   */
  public EpisodeRecording(RosRecording recording, String map, String base, boolean believed) {
    this.recording = recording;
    this.map = map;
    this.base = base;
    this.believed = believed;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Takes in what happened at a moment, nanoseconds. */
  public void accept(ObjectNode event, long nanos) {
    recording.json(BELOW + "events", "souschef.Event", Schemas.EVENT, nanos, event);
    switch (event.path("event").asText()) {
      case "started" -> {
        text("instruction", event.path("instruction").asText(), nanos);
        log(nanos, "asked to: " + event.path("instruction").asText());
      }
      case "planned" -> log(nanos, "understood: " + event.at("/meanings/0/script").asText());
      case "asked" ->
          log(
              nanos,
              "asked '%s', answered '%s'"
                  .formatted(event.path("question").asText(), event.path("answer").asText("")));
      case "told" -> log(nanos, event.path("words").asText());
      case "observed" -> observed(event.path("observation"), nanos);
      case "decided" -> decided(event, nanos);
      case "skill_started" -> {
        step = event.path("step").asInt();
        skill = event.at("/skill/text").asText();
        skill(nanos, "begun", 0, "", "");
        log(nanos, "begins: " + skill);
      }
      case "skill_progressed" ->
          skill(
              nanos,
              event.at("/progress/phase").asText(),
              event.at("/progress/fraction").asDouble(),
              "",
              "");
      case "skill_ended" -> ended(event.path("result"), nanos);
      case "robot_reported" -> log(nanos, event.path("report").toString());
      case "ended" ->
          log(
              nanos,
              "%s: %s".formatted(event.path("outcome").asText(), event.path("message").asText()));
      default -> {}
    }
  }

  /** A picture from outside, PNG. */
  public void picture(String topic, byte[] png, long nanos) {
    ObjectNode image = json();
    image.set("header", Markers.header(map, nanos));
    recording.ros(topic, IMAGE, nanos, image.put("format", "png").put("data", png));
  }

  private void text(String topic, String words, long nanos) {
    recording.ros(BELOW + topic, STRING, nanos, json().put("data", words));
  }

  private void log(long nanos, String words) {
    ObjectNode line = json();
    line.set("timestamp", Schemas.time(nanos));
    line.put("level", 2).put("message", words).put("name", "souschef").put("file", "");
    recording.json(BELOW + "log", "foxglove.Log", Schemas.LOG, nanos, line.put("line", 0));
  }

  private void decided(ObjectNode event, long nanos) {
    recording.json(
        BELOW + "decisions", "souschef.Decision", Schemas.DECISION, nanos, DecisionJson.of(event));
  }

  private void ended(JsonNode result, long nanos) {
    String outcome = result.has("result") ? result.path("result").asText() : "ended";
    String reason = result.path("reason").asText("");
    String message = result.path("message").asText();
    skill(nanos, outcome, 1, reason.isEmpty() ? outcome : reason, message);
    log(nanos, "ended: %s: %s %s".formatted(skill, outcome, message));
  }

  private void skill(long nanos, String phase, double fraction, String outcome, String message) {
    ObjectNode told = json().put("step", step).put("skill", skill).put("phase", phase);
    told.put("fraction", fraction).put("outcome", outcome).put("message", message);
    recording.json(BELOW + "skills", "souschef.Skill", Schemas.SKILL, nanos, told);
  }

  private void observed(JsonNode observation, long nanos) {
    recording.ros(
        BELOW + "markers",
        TypeName.of("visualization_msgs/msg/MarkerArray"),
        nanos,
        Markers.of(observation, map, nanos));
    if (believed) {
      recording.ros(
          "/tf",
          TypeName.of("tf2_msgs/msg/TFMessage"),
          nanos,
          Markers.transform(observation.path("base"), map, base, nanos));
      recording.ros(
          "/detections",
          TypeName.of("vision_msgs/msg/Detection3DArray"),
          nanos,
          Markers.detections(observation, map, nanos));
    }
  }
}
