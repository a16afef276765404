package io.souschef.app.reliability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes damaged inputs from good ones: bytes torn and turned, values of other kinds. */
final class Mutations {

  private static final JsonMapper JSON = new JsonMapper();

  /** What parsers and terminals trip over. */
  private static final List<String> MORSELS =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "-1",
          "1e999",
          "NaN",
          "true",
          "99999999999999999999",
          "\n",
          "\u001b[2J",
          "\u009b31m",
          "\u202e",
          "\uD800",
          "{",
          "}",
          "]",
          "\"",
          ":",
          "- ",
          "&a ",
          "*a",
          "!!javax.script.ScriptEngineManager",
          "\t",
          "%s%n",
          "../../etc/passwd",
          "\\u0000",
          "#");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** A text with some bytes changed, put in, left out or doubled. */
  String text(String good) {
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes = bytes(bytes);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The same for bytes. */
  byte[] bytes(byte[] good) {
    if (good.length == 0) {
      return morsel().getBytes(StandardCharsets.UTF_8);
    }
    int at = random.nextInt(good.length);
    int end = Math.min(good.length, at + 1 + random.nextInt(20));
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(good, at);
      case 1 -> joined(Arrays.copyOf(good, at), Arrays.copyOfRange(good, end, good.length));
      case 2 -> joined(Arrays.copyOf(good, end), Arrays.copyOfRange(good, at, good.length));
      case 3 -> {
        byte[] turned = good.clone();
        turned[at] = (byte) random.nextInt(256);
        yield turned;
      }
      default ->
          joined(
              joined(Arrays.copyOf(good, at), morsel().getBytes(StandardCharsets.UTF_8)),
              Arrays.copyOfRange(good, end, good.length));
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  String morsel() {
    return MORSELS.get(random.nextInt(MORSELS.size()));
  }

  /** A JSON text in which one value has become another, is gone, or has company. */
  String json(String good) {
    try {
      JsonNode root = JSON.readTree(good);
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      if (containers.isEmpty() || random.nextInt(12) == 0) {
        return value().toString() + (random.nextBoolean() ? "" : " x");
      }
      JsonNode chosen = containers.get(random.nextInt(containers.size()));
      if (chosen instanceof ObjectNode object) {
        change(object);
      } else if (chosen instanceof ArrayNode array) {
        if (array.isEmpty() || random.nextBoolean()) {
          array.add(value());
        } else {
          array.set(random.nextInt(array.size()), value());
        }
      }
      return root.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The good text is no JSON", e);
    }
  }

  private void change(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(5) == 0) {
      object.set("x" + random.nextInt(3), value());
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(3) == 0) {
      object.remove(name);
    } else {
      object.set(name, value());
    }
  }

  private JsonNode value() {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (random.nextInt(9)) {
      case 0 -> make.nullNode();
      case 1 -> make.objectNode();
      case 2 -> make.arrayNode();
      case 3 -> make.numberNode(-1);
      case 4 -> make.numberNode(Long.MAX_VALUE);
      case 5 -> make.numberNode(0.5);
      case 6 -> make.booleanNode(true);
      case 7 -> make.textNode("");
      default -> make.textNode(morsel());
    };
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
