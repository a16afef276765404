package io.souschef.ros.message.cdr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
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
import io.souschef.ros.message.json.MessageJson;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Messages as plain CDR (OMG DDS-XTypes 1.3, 7.4.1, version 1 encoding), as every ROS 2 middleware
 * writes them: without the four bytes of encapsulation header. Safe for use by many threads.
 */
public final class CdrCodec {

  /** Padding to a multiple of four that some peers add at the end. */
  private static final int MAX_TRAILING = 3;

  private final MessageCatalog catalog;
  private final MessageJson json;

  public CdrCodec(MessageCatalog catalog) {
    this.catalog = catalog;
    this.json = new MessageJson(catalog);
  }

  /**
   * Writes a message; fields that are missing take their default.
   *
   * @throws MalformedMessageException naming the field whose value does not fit
   */
  public byte[] encode(TypeName type, ObjectNode message, ByteOrder order) {
    CdrWriter out = new CdrWriter(order);
    write(out, type, json.complete(type, message));
    return out.bytes();
  }

  /**
   * Reads a message.
   *
   * @throws MalformedMessageException naming the field at which the bytes stop making sense
   */
  public ObjectNode decode(TypeName type, byte[] bytes, ByteOrder order) {
    return decode(
        type,
        bytes,
        order,
        why -> {
          throw new MalformedMessageException(why);
        });
  }

  /**
   * The same for what a newer peer may have put more fields at the end of.
   *
   * @param more told when there is more than the definition has
   */
  public ObjectNode decode(TypeName type, byte[] bytes, ByteOrder order, Consumer<String> more) {
    CdrReader in = new CdrReader(bytes, order);
    ObjectNode message = read(in, type, type.toString());
    if (in.remaining() > MAX_TRAILING) {
      more.accept(
          String.format(
              Locale.ROOT,
              "%s ends %d bytes before the data does; the peer has another definition of it",
              type,
              in.remaining()));
    }
    return message;
  }

  private void write(CdrWriter out, TypeName type, JsonNode message) {
    MessageDefinition definition = catalog.get(type);
    if (definition.fields().isEmpty()) {
      out.integer(1, 0); // ROS 2 gives an empty structure one member
    }
    for (Field field : definition.fields()) {
      JsonNode value = message.path(field.name());
      if (field.count().form() == Count.Form.ONE) {
        writeOne(out, field.type(), value);
        continue;
      }
      if (value instanceof BinaryNode octets) {
        if (field.count().form() == Count.Form.SEQUENCE) {
          out.integer(4, octets.binaryValue().length);
        }
        out.octets(octets.binaryValue());
        continue;
      }
      if (field.count().form() == Count.Form.SEQUENCE) {
        out.integer(4, value.size());
      }
      for (JsonNode element : value) {
        writeOne(out, field.type(), element);
      }
    }
  }

  private void writeOne(CdrWriter out, ElementType type, JsonNode value) {
    if (type instanceof ElementType.Nested nested) {
      write(out, nested.type(), value);
    } else if (type instanceof ElementType.Text text) {
      requireNarrow(text, "A value");
      out.text(value.textValue());
    } else if (type == Primitive.BOOL) {
      out.integer(1, value.booleanValue() ? 1 : 0);
    } else if (type == Primitive.FLOAT32) {
      out.float32(value.floatValue());
    } else if (type == Primitive.FLOAT64) {
      out.float64(value.doubleValue());
    } else if (type instanceof Primitive primitive) {
      out.integer(primitive.size(), value.bigIntegerValue().longValue());
    }
  }

  private ObjectNode read(CdrReader in, TypeName type, String path) {
    MessageDefinition definition = catalog.get(type);
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    if (definition.fields().isEmpty()) {
      in.signed(path, 1);
    }
    for (Field field : definition.fields()) {
      message.set(field.name(), read(in, field, path + "." + field.name()));
    }
    return message;
  }

  private JsonNode read(CdrReader in, Field field, String path) {
    if (field.count().form() == Count.Form.ONE) {
      return readOne(in, field.type(), path);
    }
    int limit = field.count().limit();
    int count = field.count().form() == Count.Form.ARRAY ? limit : in.count(path, limit);
    if (field.isOctets()) {
      return BinaryNode.valueOf(in.octets(path, count));
    }
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      elements.add(readOne(in, field.type(), path));
    }
    return elements;
  }

  private JsonNode readOne(CdrReader in, ElementType type, String path) {
    if (type instanceof ElementType.Nested nested) {
      return read(in, nested.type(), path);
    }
    if (type instanceof ElementType.Text text) {
      requireNarrow(text, path);
      return TextNode.valueOf(in.text(path, text.bound()));
    }
    Primitive primitive = (Primitive) type;
    return switch (primitive) {
      case BOOL -> bool(in.signed(path, 1), path);
      case FLOAT32 -> FloatNode.valueOf(in.float32(path));
      case FLOAT64 -> DoubleNode.valueOf(in.float64(path));
      case UINT64 -> MessageJson.unsigned(in.signed(path, 8));
      default -> LongNode.valueOf(integer(in, primitive, path));
    };
  }

  private static long integer(CdrReader in, Primitive type, String path) {
    long value = in.signed(path, type.size());
    boolean negative = value < 0 && type.least().signum() == 0;
    return negative ? value + (1L << (8 * type.size())) : value;
  }

  private static BooleanNode bool(long value, String path) {
    if (value != 0 && value != 1) {
      throw new MalformedMessageException(
          String.format(Locale.ROOT, "%s is a bool and must be 0 or 1, not %d", path, value));
    }
    return BooleanNode.valueOf(value == 1);
  }

  private static void requireNarrow(ElementType.Text text, String path) {
    if (text.wide()) {
      throw new MalformedMessageException(
          path + " is a wstring, whose wire form differs between middlewares; use string instead");
    }
  }
}
