package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.Lexicon;
import io.souschef.ros.mapping.RosValues;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads {@code vision_msgs/msg/Detection3DArray}. */
final class Detections {

  private final Lexicon lexicon;
  private final Function<String, Optional<Pose>> frames;
  private final Consumer<String> doubts;

  /**
   * A reader.
   *
   * @param frames where a frame is in the map
   * @param doubts told of what cannot be used
   */
  Detections(Lexicon lexicon, Function<String, Optional<Pose>> frames, Consumer<String> doubts) {
    this.lexicon = lexicon;
    this.frames = frames;
    this.doubts = doubts;
  }

  /**
   * Every detection of a kind there is a word for, in the map frame, in the order of the message.
   * One that has no id has an empty one. A detection is visible when it is as new as the message.
   */
  List<ObservedObject> read(ObjectNode message) {
    double newest = RosValues.seconds(message.at("/header/stamp"));
    Map<String, Integer> unused = new LinkedHashMap<>();
    Map<String, ObservedObject> byId = new LinkedHashMap<>();
    List<ObservedObject> nameless = new ArrayList<>();
    for (JsonNode detection : message.path("detections")) {
      Optional<ObservedObject> read = read(detection, message.path("header"), newest, unused);
      if (read.isEmpty()) {
        continue;
      }
      ObservedObject object = read.get();
      if (object.id().isEmpty()) {
        nameless.add(object);
        continue;
      }
      ObservedObject other = byId.get(object.id());
      if (other != null) {
        doubts.accept(
            "two detections have the id '%s'; the surer one counts".formatted(object.id()));
      }
      if (other == null || object.confidence() > other.confidence()) {
        byId.put(object.id(), object);
      }
    }
    unused.forEach(
        (why, count) ->
            doubts.accept(
                String.format(
                    Locale.ROOT,
                    "%d detection%s not used: %s",
                    count,
                    count == 1 ? " was" : "s were",
                    why)));
    List<ObservedObject> all = new ArrayList<>(byId.values());
    all.addAll(nameless);
    return all;
  }

  private Optional<ObservedObject> read(
      JsonNode detection, JsonNode header, double newest, Map<String, Integer> unused) {
    JsonNode best = best(detection);
    Optional<String> kind = lexicon.noun(best.at("/hypothesis/class_id").asText());
    String own = detection.at("/header/frame_id").asText();
    String frame = own.isEmpty() ? header.path("frame_id").asText() : own;
    Optional<Pose> origin = frames.apply(frame);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (origin.isEmpty()) {
      unused.merge(
          "no transform leads from their frame '%s' to the map".formatted(frame), 1, Integer::sum);
      return Optional.empty();
    }
    try {
      JsonNode box = detection.path("bbox");
      Pose pose =
          Poses.compose(
              origin.get(),
              RosValues.poseOrUpright(box.at("/center/position"), box.at("/center/orientation")));
      double stamp = own.isEmpty() ? newest : RosValues.seconds(detection.at("/header/stamp"));
      return Optional.of(
          new ObservedObject(
              detection.path("id").asText(),
              kind.get(),
              pose,
              lexicon.around(pose),
              known(box.at("/size/x")),
              known(box.at("/size/y")),
              known(box.at("/size/z")),
              Math.min(1, known(best.at("/hypothesis/score"))),
              stamp,
              stamp >= newest));
    } catch (IllegalArgumentException e) {
      unused.merge(String.valueOf(e.getMessage()).replaceFirst(",? got .*", ""), 1, Integer::sum);
      return Optional.empty();
    }
  }

  /** A size or a score; what is none does not make the place unknown where something was seen. */
  private double known(JsonNode number) {
    double value = number.asDouble();
    if (Double.isFinite(value) && value >= 0) {
      return value;
    }
    doubts.accept("a detection's size or score is %s; it counts as not known, 0".formatted(value));
    return 0;
  }

  private static JsonNode best(JsonNode detection) {
    JsonNode best = detection.path("results").path(0);
    for (JsonNode result : detection.path("results")) {
      if (result.at("/hypothesis/score").asDouble() > best.at("/hypothesis/score").asDouble()) {
        best = result;
      }
    }
    return best;
  }
}
