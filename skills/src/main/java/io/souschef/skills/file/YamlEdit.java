package io.souschef.skills.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.util.List;

/** Adds to YAML that people wrote, leaving their comments and layout as they are. Stateless. */
public final class YamlEdit {

  private static final YAMLMapper YAML = new YAMLMapper();

  private YamlEdit() {}

  /**
   * A text with one field more.
   *
   * @param yaml a sound document
   * @param pointer JSON Pointer to the object that gets the field, which it does not have yet
   * @param field the field's name, a plain word
   * @param words its value, a list of plain words
   * @throws InvalidInputException when the object is written in a way that cannot be added to
   */
  public static String withList(String yaml, String pointer, String field, List<String> words) {
    String list = field + ": [" + String.join(", ", words) + "]";
    try {
      String edited = inserted(yaml, pointer, list);
      if (YAML.readTree(edited).equals(wanted(yaml, pointer, field, words))) {
        return edited;
      }
    } catch (IOException notYamlAnyMore) {
      // Said below, like every other way in which the text did not come out as meant.
    }
    throw new InvalidInputException(
        "'%s' cannot be added to %s as that is written; write it there by hand"
            .formatted(list, pointer.substring(1).replace('/', '.')));
  }

  private static JsonNode wanted(String yaml, String pointer, String field, List<String> words)
      throws IOException {
    JsonNode root = YAML.readTree(yaml);
    if (!(root.at(pointer) instanceof ObjectNode object)) {
      throw new IOException("no object there");
    }
    ArrayNode array = object.putArray(field);
    words.forEach(array::add);
    return root;
  }

  /** Before the closing brace of a map in braces, else after the first line of the map. */
  private static String inserted(String yaml, String pointer, String list) throws IOException {
    try (JsonParser parser = YAML.getFactory().createParser(yaml)) {
      int start = -1;
      int column = 0;
      JsonToken token = parser.nextToken();
      while (token != null) {
        boolean here = parser.getParsingContext().pathAsPointer().toString().equals(pointer);
        JsonLocation at = parser.currentTokenLocation();
        if (here && token == JsonToken.START_OBJECT) {
          start = offset(yaml, at);
          column = at.getColumnNr() - 1;
          if (yaml.charAt(start) != '{') {
            return inLines(yaml, start, column, list);
          }
        } else if (start >= 0 && token == JsonToken.END_OBJECT && isEndOf(parser, pointer)) {
          return inBraces(yaml, offset(yaml, at), list);
        }
        token = parser.nextToken();
      }
    }
    return yaml;
  }

  /** At its end an object's context is already that of what it lies in. */
  private static boolean isEndOf(JsonParser parser, String pointer) {
    return parser.getParsingContext().pathAsPointer().toString().equals(pointer);
  }

  private static String inBraces(String yaml, int end, String list) {
    String before = yaml.substring(0, end).stripTrailing();
    String gap = yaml.substring(before.length(), end);
    String comma = before.endsWith(",") || before.endsWith("{") ? "" : ",";
    return before + comma + " " + list + gap + yaml.substring(end);
  }

  private static String inLines(String yaml, int start, int column, String list) {
    return yaml.substring(0, start) + list + "\n" + " ".repeat(column) + yaml.substring(start);
  }

  private static int offset(String yaml, JsonLocation at) {
    int offset = 0;
    for (int line = 1; line < at.getLineNr(); line++) {
      offset = yaml.indexOf('\n', offset) + 1;
    }
    return offset + at.getColumnNr() - 1;
  }
}
