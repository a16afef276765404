package io.souschef.skills.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.souschef.skills.text.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** What to do about a fault of form, from what the schema says of the field. Immutable. */
final class SchemaMend {

  private final JsonNode schema;

  SchemaMend(JsonNode schema) {
    this.schema = schema;
  }

  /** The end of a sentence: "; did you mean 'color'?"; empty where nothing is to be added. */
  String of(ValidationMessage fault) {
    String pointer = fault.getInstanceLocation().toString();
    JsonNode here = fieldAt(pointer);
    String property = fault.getProperty() == null ? "" : fault.getProperty();
    return switch (fault.getType()) {
      case "required" -> missing(here, property);
      case "additionalProperties" -> unknown(here, property);
      case "enum" -> Suggestion.question(text(fault), words(here.path("enum")));
      case "pattern" ->
          here.path("pattern").asText("").startsWith("^[a-z0-9]")
              ? "; write lower case letters, digits and spaces, at most 40"
              : got(fault) + described(here);
      default -> got(fault) + described(here);
    };
  }

  private static String missing(JsonNode here, String property) {
    return "; write '%s'%s".formatted(property, described(here.path("properties").path(property)));
  }

  private static String unknown(JsonNode here, String property) {
    List<String> known = new ArrayList<>();
    here.path("properties").fieldNames().forEachRemaining(known::add);
    String question = Suggestion.question(property, known);
    return question.isEmpty() && !known.isEmpty()
        ? "; fields here are " + String.join(", ", known)
        : question;
  }

  private static String described(JsonNode field) {
    String description = field.path("description").asText("");
    return description.isEmpty() ? "" : ": " + description;
  }

  private static String got(ValidationMessage fault) {
    JsonNode node = fault.getInstanceNode();
    return node != null && node.isValueNode() ? ", got " + node.asText() : "";
  }

  private static String text(ValidationMessage fault) {
    return fault.getInstanceNode() == null ? "" : fault.getInstanceNode().asText();
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** The schema of a value; where there are several, the one for objects or lists. */
  private JsonNode fieldAt(String pointer) {
    JsonNode field = schema;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      JsonNode next = inside(field, step);
      for (JsonNode way : field.path("oneOf")) {
        next = next.isMissingNode() ? inside(way, step) : next;
      }
      field = resolved(next);
    }
    return field;
  }

  private static JsonNode inside(JsonNode field, String step) {
    if (step.matches("\\d+")) {
      return field.path("items");
    }
    JsonNode property = field.path("properties").path(step);
    return property.isMissingNode() ? field.path("additionalProperties") : property;
  }

  private JsonNode resolved(JsonNode field) {
    String reference = field.path("$ref").asText("");
    return reference.startsWith("#") ? schema.at(reference.substring(1)) : field;
  }
}
