package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part of Souschef says of itself on {@code /diagnostics}.
 *
 * @param part "robot", "planner"
 * @param words its state in a few words
 * @param values more of it, in this order
 */
public record Diagnosis(Level level, String part, String words, Map<String, String> values) {

  /** How bad it is; the numbers are those of {@code diagnostic_msgs/msg/DiagnosticStatus}. */
  public enum Level {
    OK(0),
    WARN(1),
    ERROR(2);

    private final int number;

    /** A level by the number it has. */
    Level(int number) {
      this.number = number;
    }
  }

  public Diagnosis {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * {@code diagnostic_msgs/msg/DiagnosticArray}.
   *
   * @param timeS when it was so, seconds
   */
  public ObjectNode message(double timeS) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.set("header", RosValues.header(timeS, ""));
    ObjectNode status = message.putArray("status").addObject();
    status
        .put("level", level.number)
        .put("name", "souschef: " + part)
        .put("message", words)
        .put("hardware_id", "souschef");
    ArrayNode all = status.putArray("values");
    values.forEach((key, value) -> all.addObject().put("key", key).put("value", value));
    return message;
  }
}
