package io.souschef.ros.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A parameter of a node. Used by any thread.
 *
 * @param name as {@code ros2 param} calls it
 * @param value {@code rcl_interfaces/msg/ParameterValue}, what it is now
 * @param change sets it to such a value; why it was not set, empty when it was
 */
public record Parameter(
    String name, Supplier<ObjectNode> value, Function<JsonNode, String> change) {

  private static final int BOOL = 1;
  private static final int STRING = 4;

  /**
   * One that is true or false.
   *
   * @param change why it was not set; empty when it was
   */
  public static Parameter flag(
      String name, BooleanSupplier value, Function<Boolean, String> change) {
    return new Parameter(
        name,
        () ->
            JsonNodeFactory.instance
                .objectNode()
                .put("type", BOOL)
                .put("bool_value", value.getAsBoolean()),
        wanted ->
            wanted.path("type").asInt() == BOOL
                ? change.apply(wanted.path("bool_value").asBoolean())
                : name + " is true or false");
  }

  /**
   * One that is a text.
   *
   * @param change why it was not set; empty when it was
   */
  public static Parameter text(
      String name, Supplier<String> value, Function<String, String> change) {
    return new Parameter(
        name,
        () ->
            JsonNodeFactory.instance
                .objectNode()
                .put("type", STRING)
                .put("string_value", value.get()),
        wanted ->
            wanted.path("type").asInt() == STRING
                ? change.apply(wanted.path("string_value").asText())
                : name + " is a text");
  }
}
