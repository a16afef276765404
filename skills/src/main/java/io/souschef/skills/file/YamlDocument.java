package io.souschef.skills.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A YAML file that knows on which line each of its values stands. Used by one thread. */
public final class YamlDocument {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String name;
  private final String prefix;
  private final JsonNode root;
  private final String text;
  private final List<FileFault> faults = new ArrayList<>();
  private @Nullable Map<String, Integer> lines;

  private YamlDocument(String name, String prefix, JsonNode root, String text) {
    this.name = name;
    this.prefix = prefix;
    this.root = root;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @param what what it should be: "Scene file"
   * @param schema what it must meet
   * @throws InvalidInputException naming file, line and field
   */
  public static YamlDocument read(String what, Path file, YamlSchema schema) {
    String text = new PlainFile(what, file).text(PlainFile.HAND_WRITTEN);
    return parse(what + " '" + file + "'", text, schema);
  }

  /**
   * Reads a resource that stands beside its schema. It is taken as it is: the tests hold what is
   * shipped against its schema, and doing so at every start would take longer than reading it.
   */
  public static YamlDocument resource(String resource, YamlSchema schema) {
    try (InputStream in = schema.open(resource)) {
      return unchecked(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(resource + " in the jar cannot be read", e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name what messages call it
   * @throws InvalidInputException naming the text, line and field
   */
  public static YamlDocument parse(String name, String yaml, YamlSchema schema) {
    YamlDocument document = lenient(name, yaml, schema);
    FileFault.refuse(document.faults);
    return document;
  }

  /**
   * A document that may have faults of form, which it knows: {@link #faults}.
   *
   * @throws InvalidInputException when it is not even YAML
   */
  public static YamlDocument lenient(String name, String yaml, YamlSchema schema) {
    YamlDocument document = unchecked(name, yaml);
    document.noteForm(schema, document.root, "", "");
    document.noteHarmful(document.root, "");
    return document;
  }

  /** A part as a document of its own, which calls its fields as they are called in the whole. */
  public YamlDocument part(String pointer) {
    return new YamlDocument(name, prefix + pointer, root.at(pointer), text);
  }

  /**
   * Notes what is wrong with the form of a part that has a schema of its own.
   *
   * @param wrap field of that schema's object which the part is; empty when it is the whole
   */
  public void meet(String pointer, YamlSchema schema, String wrap) {
    JsonNode part = root.at(pointer);
    JsonNode whole = wrap.isEmpty() ? part : YAML.createObjectNode().set(wrap, part);
    noteForm(schema, whole, pointer, wrap.isEmpty() ? "" : "/" + wrap);
  }

  /** What is wrong with its form, in the order of the lines. */
  public List<FileFault> faults() {
    return List.copyOf(faults);
  }

  /** Whether nothing is wrong with the form of a part. */
  public boolean isSound(String pointer) {
    return faults.stream().noneMatch(fault -> fault.isWithin(pointer));
  }

  /** The value at a JSON Pointer; missing where there is none. */
  public JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /**
   * A document whose form nobody looks at.
   *
   * @throws InvalidInputException when it is not even YAML
   */
  public static YamlDocument unchecked(String name, String yaml) {
    try {
      JsonNode root = YAML.readTree(yaml);
      if (root == null || root.isMissingNode() || root.isNull()) {
        throw new InvalidInputException(name + " is empty; write it anew, or restore it");
      }
      return new YamlDocument(name, "", root, yaml);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(malformed(name, e), e);
    }
  }

  /** Read when something is wrong somewhere. */
  private static Map<String, Integer> lines(String yaml) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.getFactory().createParser(yaml)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        token = parser.nextToken();
      }
    } catch (IOException e) {
      throw new IllegalStateException("What was read once can be read again", e);
    }
    return lines;
  }

  private static String malformed(String name, JsonProcessingException e) {
    String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    String pointer =
        e.getProcessor() instanceof JsonParser parser
            ? parser.getParsingContext().pathAsPointer().toString()
            : "";
    String field = pointer.isEmpty() ? "" : ", field " + field(pointer);
    // The YAML parser tells its story over several lines; the others quote the text.
    String why =
        JsonReason.plain(e.getOriginalMessage())
            .lines()
            .filter(part -> !part.startsWith(" "))
            .collect(Collectors.joining(", "));
    return "%s%s%s: not valid YAML: %s".formatted(name, line, field, why);
  }

  private static String field(String pointer) {
    return pointer.substring(1).replace('/', '.');
  }

  private void noteForm(YamlSchema form, JsonNode node, String at, String wrap) {
    JsonSchema schema = form.schema();
    SchemaMend mend = new SchemaMend(schema.getSchemaNode());
    schema.validate(node).stream()
        .map(message -> formFault(message, mend, at, wrap))
        .distinct()
        .sorted(Comparator.comparingInt(FileFault::line).thenComparing(FileFault::message))
        .forEach(faults::add);
  }

  private FileFault formFault(ValidationMessage fault, SchemaMend mend, String at, String wrap) {
    String pointer = fault.getInstanceLocation().toString();
    String message = fault.getMessage();
    String bare =
        message.startsWith(pointer + ": ") ? message.substring(pointer.length() + 2) : message;
    String inPart = pointer.startsWith(wrap) ? pointer.substring(wrap.length()) : pointer;
    return fault(at + inPart, bare + mend.of(fault));
  }

  /** Words of this file are shown and spoken: none may steer a terminal. */
  private void noteHarmful(JsonNode node, String pointer) {
    if (node.isTextual()) {
      Shown.harmful(node.textValue())
          .ifPresent(
              character ->
                  faults.add(fault(pointer, "it holds the control character " + character)));
    }
    node.properties()
        .forEach(
            field -> {
              String below = pointer + "/" + field.getKey();
              Shown.harmful(field.getKey())
                  .ifPresent(
                      character ->
                          faults.add(
                              fault(pointer, "a name holds the control character " + character)));
              noteHarmful(field.getValue(), below);
            });
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      noteHarmful(node.get(i), pointer + "/" + i);
    }
  }

  /** The document as a value; the schema has already been met. */
  public <T> T as(Class<T> type) {
    return as("", type);
  }

  /** A part of the document as a value; its schema has already been met. */
  public <T> T as(String pointer, Class<T> type) {
    try {
      return YAML.treeToValue(root.at(pointer), type);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(name + ", " + JsonReason.of(e), e);
    }
  }

  /**
   * A user's mistake at a place of this file.
   *
   * @param pointer JSON Pointer: "/objects/3/kind"
   * @param message what is wrong there, and how to mend it
   */
  public InvalidInputException error(String pointer, String message) {
    return new FaultException(fault(pointer, message));
  }

  /** The same as a value, to be told with others. */
  public FileFault fault(String pointer, String message) {
    return new FileFault(name, line(prefix + pointer), prefix + pointer, message);
  }

  /** Rethrows a value class's complaint with the place in this file. */
  public InvalidInputException error(String pointer, IllegalArgumentException cause) {
    InvalidInputException error = error(pointer, String.valueOf(cause.getMessage()));
    error.initCause(cause);
    return error;
  }

  private int line(String pointer) {
    Map<String, Integer> known = lines;
    if (known == null) {
      known = lines(text);
      lines = known;
    }
    String at = pointer;
    while (!at.isEmpty() && !known.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return known.getOrDefault(at, 1);
  }
}
