package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with references in place of values. A text that is one reference, {@code "${object
 * .pose}"}, becomes the value whatever its type; inside a longer text a reference becomes words.
 */
final class Template {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private Template() {}

  /** Every reference in it. */
  static Set<String> references(JsonNode template) {
    Set<String> found = new TreeSet<>();
    collect(template, found);
    return found;
  }

  private static void collect(JsonNode node, Set<String> found) {
    if (node.isTextual()) {
      Matcher matcher = REFERENCE.matcher(node.textValue());
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    node.forEach(child -> collect(child, found));
  }

  /** The message with the values of its references. */
  static ObjectNode fill(ObjectNode template, Function<String, JsonNode> values) {
    return (ObjectNode) fillNode(template, values);
  }

  private static JsonNode fillNode(JsonNode node, Function<String, JsonNode> values) {
    if (node instanceof TextNode text) {
      return fillText(text, values);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        filled.set(entry.getKey(), fillNode(entry.getValue(), values));
      }
      return filled;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> filled.add(fillNode(element, values)));
      return filled;
    }
    return node;
  }

  private static JsonNode fillText(TextNode text, Function<String, JsonNode> values) {
    Matcher matcher = REFERENCE.matcher(text.textValue());
    if (matcher.matches()) {
      return values.apply(matcher.group(1));
    }
    return TextNode.valueOf(
        matcher.replaceAll(
            match -> Matcher.quoteReplacement(values.apply(match.group(1)).asText())));
  }
}
