package io.souschef.ros.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Safety;
import io.souschef.ros.message.ElementType;
import io.souschef.ros.message.Field;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks commands against the robot's limits by the types of their fields: every {@code Pose},
 * {@code Pose2D}, {@code Transform}, {@code Point} and {@code Point32} must lie in the workspace
 * and be given in the map frame, every {@code Twist} must be slow enough. Immutable.
 */
public final class Limits {

  private static final String GEOMETRY = "geometry_msgs/msg/";

  private final Safety safety;
  private final String map;
  private final MessageCatalog catalog;

  public Limits(Safety safety, String map, MessageCatalog catalog) {
    this.safety = safety;
    this.map = map;
    this.catalog = catalog;
  }

  /** What a message breaks, in one sentence; empty when it keeps all limits. */
  public Optional<String> broken(TypeName type, ObjectNode message) {
    return broken(type, message, type.name(), map);
  }

  /** What lifting this weight breaks; empty when it may be lifted. */
  public Optional<String> brokenByWeight(String noun, double massKg) {
    return safety
        .maxPayloadKg()
        .filter(limit -> massKg > limit)
        .map(
            limit ->
                String.format(
                    Locale.ROOT,
                    "a %s weighs up to %.2f kg, more than the payload limit of %.2f kg",
                    noun,
                    massKg,
                    limit));
  }

  private Optional<String> broken(TypeName type, JsonNode message, String path, String outer) {
    String told = message.at("/header/frame_id").asText("");
    String frame = told.isEmpty() ? outer : told;
    Optional<String> here =
        switch (type.toString()) {
          case GEOMETRY + "Pose" -> outside(message.path("position"), path, frame);
          case GEOMETRY + "Point", GEOMETRY + "Point32" -> outside(message, path, frame);
          case GEOMETRY + "Transform" -> outside(message.path("translation"), path, frame);
          case GEOMETRY + "Pose2D" -> outside(onFloor(message), path, frame);
          case GEOMETRY + "Twist" -> tooFast(message, path);
          default -> Optional.empty();
        };
    if (here.isPresent()) {
      return here;
    }
    for (Field field : catalog.get(type).fields()) {
      JsonNode value = message.get(field.name());
      if (value == null || !(field.type() instanceof ElementType.Nested nested)) {
        continue;
      }
      Iterable<JsonNode> values = value.isArray() ? value : java.util.List.of(value);
      for (JsonNode element : values) {
        Optional<String> inside = broken(nested.type(), element, path + "." + field.name(), frame);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  /** A point of the floor plan, at a height that every workspace holds. */
  private ObjectNode onFloor(JsonNode pose) {
    ObjectNode point = JsonNodeFactory.instance.objectNode();
    point.put("z", safety.workspace().map(box -> box.min().get(2)).orElse(0.0));
    point.set("x", pose.path("x"));
    point.set("y", pose.path("y"));
    return point;
  }

  private Optional<String> outside(JsonNode point, String path, String frame) {
    if (safety.workspace().isEmpty()) {
      return Optional.empty();
    }
    if (!frame.equals(map)) {
      return Optional.of(
          "%s is given in frame '%s'; only positions in '%s' can be checked against the workspace"
              .formatted(path, frame, map));
    }
    double x = point.path("x").asDouble();
    double y = point.path("y").asDouble();
    double z = point.path("z").asDouble();
    return safety.workspace().get().contains(x, y, z)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "%s (%.2f, %.2f, %.2f) lies outside the workspace", path, x, y, z));
  }

  private Optional<String> tooFast(JsonNode twist, String path) {
    double speed = length(twist.path("linear"));
    double turn = length(twist.path("angular"));
    if (safety.maxSpeedMps().filter(limit -> !(speed <= limit)).isPresent()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s commands %.2f m/s, more than the limit of %.2f m/s",
              path,
              speed,
              safety.maxSpeedMps().get()));
    }
    if (safety.maxTurnRadps().filter(limit -> !(turn <= limit)).isPresent()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s commands %.2f rad/s, more than the limit of %.2f rad/s",
              path,
              turn,
              safety.maxTurnRadps().get()));
    }
    return Optional.empty();
  }

  private static double length(JsonNode vector) {
    double x = vector.path("x").asDouble();
    double y = vector.path("y").asDouble();
    double z = vector.path("z").asDouble();
    return Math.sqrt(x * x + y * y + z * z);
  }
}
