package io.souschef.ros.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.ApplyDefaultsStrategy;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a robot's YAML file, checks it against its JSON Schema, which also holds the defaults, and
 * names the line of a fault.
 */
final class ConfigFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private ConfigFile() {}

  static RobotConfig read(Path file) {
    String yaml = new PlainFile("Robot file", file).text(PlainFile.HAND_WRITTEN);
    return parse(file.toString(), yaml).relativeTo(file.toAbsolutePath().getParent());
  }

  static RobotConfig parse(String name, String yaml) {
    JsonNode root;
    Map<String, Integer> lines;
    try {
      JsonNode read = YAML.readTree(yaml);
      if (read == null || read.isMissingNode() || read.isNull()) {
        throw new InvalidInputException(
            "Robot file '%s' is empty; docs/robot.md says how to write one".formatted(name));
      }
      root = read;
      lines = lines(yaml);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Robot file '%s' is not valid YAML: %s"
              .formatted(
                  name,
                  JsonReason.plain(String.valueOf(e.getMessage())).lines().findFirst().orElse("")),
          e);
    }
    requireValid(name, root, lines);
    requireHarmless(name, root, "", lines);
    try {
      return YAML.treeToValue(root, RobotConfig.class);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("Robot file '%s': %s".formatted(name, JsonReason.of(e)), e);
    }
  }

  private static void requireValid(String name, JsonNode root, Map<String, Integer> lines) {
    Optional<ValidationMessage> fault =
        schema().walk(root, true).getValidationMessages().stream()
            .min(
                Comparator.comparing(
                        (ValidationMessage m) -> line(lines, m.getInstanceLocation().toString()))
                    .thenComparing(ValidationMessage::getMessage));
    if (fault.isPresent()) {
      String pointer = fault.get().getInstanceLocation().toString();
      String message = fault.get().getMessage();
      String prefix = pointer + ": ";
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "Robot file '%s', line %d, field '%s': %s",
              name,
              line(lines, pointer),
              pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.'),
              message.startsWith(prefix) ? message.substring(prefix.length()) : message));
    }
  }

  /** The file's words are spoken and shown: none may steer a terminal. */
  private static void requireHarmless(
      String name, JsonNode node, String pointer, Map<String, Integer> lines) {
    String own = node.isTextual() ? node.textValue() : String.join("", fieldNames(node));
    Shown.harmful(own.replaceAll("[\n\t]", ""))
        .ifPresent(
            character -> {
              throw new InvalidInputException(
                  String.format(
                      Locale.ROOT,
                      "Robot file '%s', line %d, field '%s': it holds the control character %s",
                      name,
                      line(lines, pointer),
                      Shown.line(pointer.replaceFirst("^/", "").replace('/', '.')),
                      character));
            });
    for (String field : fieldNames(node)) {
      requireHarmless(name, node.path(field), pointer + "/" + field, lines);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireHarmless(name, node.get(i), pointer + "/" + i, lines);
    }
  }

  private static List<String> fieldNames(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonSchema schema() {
    try (InputStream in = ConfigFile.class.getResourceAsStream("robot.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("robot.schema.json is missing from the jar");
      }
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .applyDefaultsStrategy(new ApplyDefaultsStrategy(true, true, true))
              .build();
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
    } catch (IOException e) {
      throw new IllegalStateException("robot.schema.json in the jar cannot be read", e);
    }
  }

  private static Map<String, Integer> lines(String yaml) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.getFactory().createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }

  private static int line(Map<String, Integer> lines, String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }
}
