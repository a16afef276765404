package io.souschef.models.language;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes small ONNX graphs with random weights, byte by byte. */
public final class GraphWriter {

  public static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int BOOL = 9;
  public static final int FLOAT16 = 10;

  private final Message graph = new Message().text(2, "random");
  private final Map<String, String> constants = new HashMap<>();
  private final RandomGenerator random;
  private int count;

  public GraphWriter(RandomGenerator random) {
    this.random = random;
  }

  /** A node with one output, which is returned. Attributes: name, then a Long, Float or long[]. */
  String node(String operator, List<String> inputs, Object... attributes) {
    String output = operator + "_" + count++;
    nodeTo(output, operator, inputs, attributes);
    return output;
  }

  public void nodeTo(String output, String operator, List<String> inputs, Object... attributes) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    int dot = operator.lastIndexOf('.');
    node.text(2, output).text(3, output).text(4, operator.substring(dot + 1));
    for (int i = 0; i < attributes.length; i += 2) {
      Message attribute = new Message().text(1, (String) attributes[i]);
      if (attributes[i + 1] instanceof Long value) {
        attribute.number(3, value).number(20, 2);
      } else if (attributes[i + 1] instanceof Float value) {
        attribute.real(2, value).number(20, 1);
      } else {
        Arrays.stream((long[]) attributes[i + 1]).forEach(value -> attribute.number(8, value));
        attribute.number(20, 7);
      }
      node.message(5, attribute);
    }
    if (dot > 0) {
      node.text(7, operator.substring(0, dot));
    }
    graph.message(1, node);
  }

  String weights(double scale, long... dimensions) {
    int size = (int) Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
    ByteBuffer raw = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      raw.putFloat((float) (scale * random.nextGaussian()));
    }
    return tensor("weights_" + count++, FLOAT, raw.array(), dimensions);
  }

  String constant(float value) {
    return constants.computeIfAbsent(
        "float " + value,
        key ->
            tensor(
                "constant_" + count++,
                FLOAT,
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array()));
  }

  String ones(int size) {
    ByteBuffer raw = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      raw.putFloat(1);
    }
    return tensor("ones_" + count++, FLOAT, raw.array(), size);
  }

  /** A scalar. */
  String integer(long value) {
    return constants.computeIfAbsent(
        "integer " + value,
        key ->
            tensor(
                "constant_" + count++,
                INT64,
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array()));
  }

  /** A vector. */
  String integers(long... values) {
    return constants.computeIfAbsent(
        "integers " + Arrays.toString(values),
        key -> {
          ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
          Arrays.stream(values).forEach(raw::putLong);
          return tensor("constant_" + count++, INT64, raw.array(), values.length);
        });
  }

  private String tensor(String name, int type, byte[] raw, long... dimensions) {
    Message tensor = new Message();
    Arrays.stream(dimensions).forEach(size -> tensor.number(1, size));
    graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** Dimensions are a Long or Integer where static, a String where free. */
  public void input(String name, int type, Object... dimensions) {
    graph.message(11, value(name, type, dimensions));
  }

  public void output(String name, int type, Object... dimensions) {
    graph.message(12, value(name, type, dimensions));
  }

  private static Message value(String name, int type, Object... dimensions) {
    Message shape = new Message();
    for (Object dimension : dimensions) {
      shape.message(
          1,
          dimension instanceof Number size
              ? new Message().number(1, size.longValue())
              : new Message().text(2, (String) dimension));
    }
    return new Message()
        .text(1, name)
        .message(2, new Message().message(1, new Message().number(1, type).message(2, shape)));
  }

  public byte[] model(Map<String, String> metadata) {
    Message model = new Message().number(1, 8).text(2, "test").message(7, graph);
    model.message(8, new Message().text(1, "").number(2, 17));
    metadata.forEach((key, value) -> model.message(14, new Message().text(1, key).text(2, value)));
    return model.out.toByteArray();
  }

  /** A protobuf message being written. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message real(int field, float value) {
      varint(((long) field << 3) | 5);
      out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.out.toByteArray());
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
