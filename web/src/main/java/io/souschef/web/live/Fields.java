package io.souschef.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.skills.failure.InvalidInputException;

/** Reads what a command says, and refuses what it cannot mean. Stateless. */
final class Fields {

  private static final int LONGEST_NAME = 300;

  private Fields() {}

  static double number(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new InvalidInputException("The command needs a number '%s'".formatted(field));
    }
    return value.doubleValue();
  }

  static long whole(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new InvalidInputException("The command needs a whole number '%s'".formatted(field));
    }
    return value.longValue();
  }

  static boolean flag(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.isBoolean()) {
      throw new InvalidInputException("The command needs '%s', true or false".formatted(field));
    }
    return value.booleanValue();
  }

  static String name(JsonNode command, String field) {
    String text = text(command, field);
    if (text.length() > LONGEST_NAME) {
      throw new InvalidInputException(
          "The name '%s' is too long; at most %s characters are read"
              .formatted(shortened(text), LONGEST_NAME));
    }
    return text;
  }

  static String text(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.isTextual()) {
      throw new InvalidInputException("The command needs a text '%s'".formatted(field));
    }
    return value.textValue();
  }

  static InvalidInputException unknown(String type, String where) {
    return new InvalidInputException(
        "There is no command '%s'%s; /api lists them".formatted(shortened(type), where));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
