package io.souschef.ros.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.ros.message.Field.Count;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of {@code .msg}, {@code .srv} and {@code .action} files by the grammar of ROS 2
 * ("About ROS 2 interfaces" in its documentation).
 */
final class InterfaceParser {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern LINE =
      Pattern.compile(
          "(?<type>[A-Za-z0-9_/]+(?:<=\\d+)?)(?<array>\\[(?:<=)?\\d*])?\\s+"
              + "(?<name>[A-Za-z][A-Za-z0-9_]*)\\s*(?<rest>.*)");

  private final TypeName type;
  private final String origin;

  private InterfaceParser(TypeName type, String origin) {
    this.type = type;
    this.origin = origin;
  }

  /**
   * Reads one interface.
   *
   * @param origin where the text comes from, for messages
   * @return the message; or request and response; or goal, result and feedback
   * @throws InvalidInputException naming origin and line when the text is malformed
   */
  static List<MessageDefinition> parse(TypeName type, String text, String origin) {
    List<String> names =
        switch (type.kind()) {
          case "msg" -> List.of("");
          case "srv" -> List.of("Request", "Response");
          default -> List.of("Goal", "Result", "Feedback");
        };
    List<MessageDefinition> parts = new ArrayList<>();
    int line = 1;
    String[] sections = text.split("(?m)^---[ \\t\\r]*$", -1);
    if (sections.length != names.size()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: a .%s file has %d '---' lines, this one has %d",
              origin,
              type.kind(),
              names.size() - 1,
              sections.length - 1));
    }
    for (int i = 0; i < sections.length; i++) {
      TypeName part = names.get(i).isEmpty() ? type : type.part(names.get(i));
      parts.add(new InterfaceParser(part, origin).section(sections[i], line));
      line += (int) sections[i].chars().filter(c -> c == '\n').count();
    }
    return parts;
  }

  private MessageDefinition section(String text, int firstLine) {
    List<Field> fields = new ArrayList<>();
    Map<String, JsonNode> constants = new LinkedHashMap<>();
    int number = firstLine - 1;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = withoutComment(raw).strip();
      if (line.isEmpty() || line.startsWith("@")) {
        continue;
      }
      String where = String.format(Locale.ROOT, "%s, line %d", origin, number);
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new InvalidInputException(
            "%s: '%s' is not a field; write it as 'type name'".formatted(where, line));
      }
      String rest = matcher.group("rest");
      if (rest.startsWith("=")) {
        constants.put(matcher.group("name"), value(where, matcher.group("type"), rest, 1));
      } else {
        fields.add(field(where, matcher));
      }
    }
    return new MessageDefinition(type, fields, constants);
  }

  private Field field(String where, Matcher line) {
    String rest = line.group("rest");
    Optional<JsonNode> initial =
        rest.isEmpty() ? Optional.empty() : Optional.of(value(where, line.group("type"), rest, 0));
    ElementType type = element(where, line.group("type"));
    if (type instanceof ElementType.Nested && initial.isPresent()) {
      throw new InvalidInputException(
          "%s: '%s' is not a field; only numbers, bools and strings take a default value"
              .formatted(where, line.group()));
    }
    return new Field(line.group("name"), type, count(where, line.group("array")), initial);
  }

  private ElementType element(String where, String text) {
    int bound = text.indexOf("<=");
    String name = bound < 0 ? text : text.substring(0, bound);
    int limit = bound < 0 ? Integer.MAX_VALUE : number(where, text.substring(bound + 2));
    if (name.equals("string") || name.equals("wstring")) {
      return new ElementType.Text(name.equals("wstring"), limit);
    }
    if (bound >= 0) {
      throw new InvalidInputException(
          "%s: only strings have a bound, '%s' has none".formatted(where, name));
    }
    Optional<Primitive> primitive = Primitive.named(name);
    if (primitive.isPresent()) {
      return primitive.get();
    }
    String[] parts = name.split("/");
    return switch (parts.length) {
      case 1 -> new ElementType.Nested(new TypeName(type.pack(), "msg", name));
      case 2 -> new ElementType.Nested(new TypeName(parts[0], "msg", parts[1]));
      default -> new ElementType.Nested(TypeName.of(name));
    };
  }

  private static Count count(String where, @org.jspecify.annotations.Nullable String brackets) {
    if (brackets == null) {
      return Count.ONE;
    }
    String inside = brackets.substring(1, brackets.length() - 1);
    if (inside.isEmpty()) {
      return new Count(Count.Form.SEQUENCE, Integer.MAX_VALUE);
    }
    return inside.startsWith("<=")
        ? new Count(Count.Form.SEQUENCE, number(where, inside.substring(2)))
        : new Count(Count.Form.ARRAY, number(where, inside));
  }

  private static int number(String where, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "%s: bound '%s' is not a number below 2147483648".formatted(where, digits), e);
    }
  }

  private static JsonNode value(String where, String type, String text, int from) {
    String value = text.substring(from).strip();
    if (type.startsWith("string") && !value.startsWith("[") && !value.matches("([\"']).*\\1")) {
      return TextNode.valueOf(value);
    }
    try {
      return YAML.readTree(value);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("%s: '%s' is not a value".formatted(where, value), e);
    }
  }

  /** Cuts at the first # that does not stand in quotes. */
  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '#') {
        return line.substring(0, i);
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return line;
  }
}
