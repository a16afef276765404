package io.souschef.models.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a protobuf message, by its wire format. Fields that hold weights are slices of the
 * file, so that skipping them costs nothing.
 *
 * @param number field number
 * @param value the number, for the numeric wire types
 * @param bytes the content, for the length-delimited wire type; empty otherwise
 */
record ProtoField(int number, long value, ByteBuffer bytes) {

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  /**
   * Every field of a message, in order.
   *
   * @throws IllegalArgumentException or BufferUnderflowException when it is no protobuf message
   */
  static List<ProtoField> all(ByteBuffer message) {
    ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    List<ProtoField> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      long key = varint(in);
      int number = (int) (key >>> 3);
      switch ((int) (key & 7)) {
        case 0 -> fields.add(new ProtoField(number, varint(in), NONE));
        case 1 -> fields.add(new ProtoField(number, in.getLong(), NONE));
        case 2 -> {
          long length = varint(in);
          if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("it ends in the middle of a field");
          }
          fields.add(new ProtoField(number, 0, in.slice(in.position(), (int) length)));
          in.position(in.position() + (int) length);
        }
        case 5 -> fields.add(new ProtoField(number, in.getInt(), NONE));
        default -> throw new IllegalArgumentException("it is no protobuf message");
      }
    }
    return fields;
  }

  /** Every field of the messages that stand in one field of a message. */
  static List<ProtoField> inside(ByteBuffer message, int number) {
    return all(message).stream()
        .filter(field -> field.number() == number)
        .flatMap(field -> all(field.bytes()).stream())
        .toList();
  }

  String text() {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte part = in.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("it is no protobuf message");
  }
}
