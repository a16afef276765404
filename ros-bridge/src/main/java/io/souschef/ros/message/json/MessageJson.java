package io.souschef.ros.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.souschef.ros.message.ElementType;
import io.souschef.ros.message.Field;
import io.souschef.ros.message.Field.Count;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.MessageDefinition;
import io.souschef.ros.message.Primitive;
import io.souschef.ros.message.TypeName;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Messages as JSON objects in one exact form: integers within their range, floats as floats, arrays
 * of {@code uint8} and {@code char} as binary nodes (which JSON text carries as base64, as
 * rosbridge does). Safe for use by many threads.
 */
public final class MessageJson {

  /** How writers of JSON that quote what is no number spell it. */
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private final MessageCatalog catalog;

  public MessageJson(MessageCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The message with every field, those that are missing at their default.
   *
   * @throws MalformedMessageException naming the field that is unknown or does not fit
   */
  public ObjectNode complete(TypeName type, JsonNode message) {
    return object(type, message, type.toString(), Extent.COMPLETE);
  }

  /**
   * The message with the fields that were given and no others: what a peer with a slightly newer or
   * older definition understands.
   *
   * @throws MalformedMessageException naming the field that is unknown or does not fit
   */
  public ObjectNode given(TypeName type, JsonNode message) {
    return object(type, message, type.toString(), Extent.GIVEN);
  }

  /**
   * A message as a peer sent it: complete, and fields this definition does not have are left out.
   *
   * @throws MalformedMessageException naming the field that does not fit
   */
  public ObjectNode received(TypeName type, JsonNode message) {
    return object(type, message, type.toString(), Extent.RECEIVED);
  }

  private enum Extent {
    COMPLETE,
    GIVEN,
    RECEIVED
  }

  private ObjectNode object(TypeName type, JsonNode message, String path, Extent extent) {
    if (!message.isObject()) {
      throw mismatch(path, "an object with the fields of " + type, message);
    }
    MessageDefinition definition = catalog.get(type);
    if (extent != Extent.RECEIVED) {
      requireKnown(definition, message, path);
    }
    ObjectNode exact = JsonNodeFactory.instance.objectNode();
    for (Field field : definition.fields()) {
      JsonNode value = message.get(field.name());
      if (value == null && extent != Extent.GIVEN) {
        value = field.initial().orElseGet(() -> zero(field));
      }
      if (value != null) {
        exact.set(field.name(), value(field, value, path + "." + field.name(), extent));
      }
    }
    return exact;
  }

  private static void requireKnown(MessageDefinition definition, JsonNode message, String path) {
    for (Map.Entry<String, JsonNode> entry : message.properties()) {
      String name = entry.getKey();
      if (definition.field(name).isEmpty()) {
        throw new MalformedMessageException(
            "%s has no field '%s'; its fields are %s"
                .formatted(path, name, definition.fields().stream().map(Field::name).toList()));
      }
    }
  }

  private static JsonNode zero(Field field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (field.count().form() == Count.Form.SEQUENCE) {
      return nodes.arrayNode();
    }
    JsonNode one =
        field.type() instanceof ElementType.Nested
            ? nodes.objectNode()
            : field.type() instanceof ElementType.Text
                ? nodes.textNode("")
                : field.type() == Primitive.BOOL ? BooleanNode.FALSE : LongNode.valueOf(0);
    if (field.count().form() == Count.Form.ONE) {
      return one;
    }
    ArrayNode array = nodes.arrayNode();
    for (int i = 0; i < field.count().limit(); i++) {
      array.add(one);
    }
    return array;
  }

  private JsonNode value(Field field, JsonNode value, String path, Extent extent) {
    if (field.count().form() == Count.Form.ONE) {
      return one(field.type(), value, path, extent);
    }
    JsonNode exact = field.isOctets() ? Octets.of(value, path) : array(field, value, path, extent);
    int size = exact instanceof BinaryNode octets ? octets.binaryValue().length : exact.size();
    boolean fits =
        field.count().form() == Count.Form.ARRAY
            ? size == field.count().limit()
            : size <= field.count().limit();
    if (!fits) {
      throw new MalformedMessageException(
          String.format(
              Locale.ROOT,
              "%s has %d elements where %s %d are allowed",
              path,
              size,
              field.count().form() == Count.Form.ARRAY ? "exactly" : "at most",
              field.count().limit()));
    }
    return exact;
  }

  private ArrayNode array(Field field, JsonNode value, String path, Extent extent) {
    if (!value.isArray()) {
      throw mismatch(path, "an array", value);
    }
    ArrayNode exact = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : value) {
      exact.add(one(field.type(), element, path, extent));
    }
    return exact;
  }

  private JsonNode one(ElementType type, JsonNode value, String path, Extent extent) {
    if (type instanceof ElementType.Nested nested) {
      return object(nested.type(), value, path, extent);
    }
    if (type instanceof ElementType.Text text) {
      return text(text, value, path);
    }
    Primitive primitive = (Primitive) type;
    if (primitive == Primitive.BOOL) {
      boolean bit = value.canConvertToInt() && (value.intValue() == 0 || value.intValue() == 1);
      if (!value.isBoolean() && !bit) {
        throw mismatch(path, "true or false", value);
      }
      return BooleanNode.valueOf(value.asBoolean());
    }
    return primitive.isFloat() ? real(primitive, value, path) : integer(primitive, value, path);
  }

  private static TextNode text(ElementType.Text type, JsonNode value, String path) {
    if (!value.isTextual()) {
      throw mismatch(path, "a text", value);
    }
    byte[] utf8 = value.textValue().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (utf8.length > type.bound()) {
      throw new MalformedMessageException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes of UTF-8, more than its bound of %d",
              path,
              utf8.length,
              type.bound()));
    }
    return (TextNode) value;
  }

  /** JSON has no NaN: rosbridge writes null for it, and for infinities. */
  private static JsonNode real(Primitive type, JsonNode value, String path) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof NullNode) {
      return nodes.numberNode(Double.NaN);
    }
    if (value.isTextual() && NOT_FINITE.contains(value.textValue())) {
      return nodes.numberNode(Double.parseDouble(value.textValue()));
    }
    if (!value.isNumber()) {
      throw mismatch(path, "a number", value);
    }
    return type == Primitive.FLOAT32
        ? nodes.numberNode(value.floatValue())
        : nodes.numberNode(value.doubleValue());
  }

  private static JsonNode integer(Primitive type, JsonNode value, String path) {
    if (!value.isNumber() || !value.canConvertToExactIntegral()) {
      throw mismatch(path, "a whole number", value);
    }
    BigInteger exact = value.bigIntegerValue();
    if (exact.compareTo(type.least()) < 0 || exact.compareTo(type.greatest()) > 0) {
      throw new MalformedMessageException(
          "%s is %s, outside the range of %s".formatted(path, exact, type.keyword()));
    }
    return exact.bitLength() < Long.SIZE
        ? LongNode.valueOf(exact.longValue())
        : BigIntegerNode.valueOf(exact);
  }

  /** A {@code uint64} from the bits of a long. */
  public static JsonNode unsigned(long bits) {
    return bits >= 0
        ? LongNode.valueOf(bits)
        : BigIntegerNode.valueOf(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64)));
  }

  static MalformedMessageException mismatch(String path, String expected, JsonNode value) {
    String shown = value.toString();
    return new MalformedMessageException(
        "%s must be %s, not %s"
            .formatted(
                path, expected, shown.length() > 60 ? shown.substring(0, 60) + "..." : shown));
  }
}
