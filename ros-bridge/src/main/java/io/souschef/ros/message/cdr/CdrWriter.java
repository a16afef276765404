package io.souschef.ros.message.cdr;

import io.souschef.ros.message.MalformedMessageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Growing buffer for plain CDR: every primitive is aligned to its own size, from the start. */
final class CdrWriter {

  private ByteBuffer out;

  CdrWriter(ByteOrder order) {
    out = ByteBuffer.allocate(256).order(order);
  }

  private ByteBuffer room(int alignment, int bytes) {
    int padding = -out.position() & (alignment - 1);
    long needed = (long) out.position() + padding + bytes;
    if (needed > out.capacity()) {
      if (needed > Integer.MAX_VALUE - 16) {
        throw new MalformedMessageException("A message of more than 2 GiB cannot be sent");
      }
      long doubled = Math.min(2L * out.capacity(), Integer.MAX_VALUE - 16);
      ByteBuffer larger = ByteBuffer.allocate((int) Math.max(needed, doubled)).order(out.order());
      larger.put(out.flip());
      out = larger;
    }
    for (int i = 0; i < padding; i++) {
      out.put((byte) 0);
    }
    return out;
  }

  /** Writes an integer's low bytes. */
  void integer(int size, long value) {
    ByteBuffer to = room(size, size);
    switch (size) {
      case 1 -> to.put((byte) value);
      case 2 -> to.putShort((short) value);
      case 4 -> to.putInt((int) value);
      default -> to.putLong(value);
    }
  }

  void float32(float value) {
    room(4, 4).putFloat(value);
  }

  void float64(double value) {
    room(8, 8).putDouble(value);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    integer(4, utf8.length + 1L);
    octets(utf8);
    integer(1, 0);
  }

  void octets(byte[] bytes) {
    room(1, bytes.length).put(bytes);
  }

  byte[] bytes() {
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
