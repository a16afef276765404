package io.souschef.ros.message.cdr;

import io.souschef.ros.message.MalformedMessageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads plain CDR and trusts nothing: every length is checked against the bytes that are there. */
final class CdrReader {

  private final ByteBuffer in;

  CdrReader(byte[] bytes, ByteOrder order) {
    in = ByteBuffer.wrap(bytes).order(order);
  }

  private ByteBuffer take(String path, int alignment, long bytes) {
    int padding = -in.position() & (alignment - 1);
    if (padding + bytes > in.remaining()) {
      throw new MalformedMessageException(
          String.format(
              Locale.ROOT,
              "%s needs %d bytes at offset %d, but only %d are left",
              path,
              bytes,
              in.position() + padding,
              in.remaining() - padding));
    }
    in.position(in.position() + padding);
    return in;
  }

  long signed(String path, int size) {
    ByteBuffer from = take(path, size, size);
    return switch (size) {
      case 1 -> from.get();
      case 2 -> from.getShort();
      case 4 -> from.getInt();
      default -> from.getLong();
    };
  }

  float float32(String path) {
    return take(path, 4, 4).getFloat();
  }

  double float64(String path) {
    return take(path, 8, 8).getDouble();
  }

  /** Number of elements of a sequence, each of which takes at least one byte. */
  int count(String path, int limit) {
    long count = signed(path, 4) & 0xffffffffL;
    if (limit < Integer.MAX_VALUE && count > limit) {
      throw new MalformedMessageException(
          String.format(
              Locale.ROOT, "%s has %d elements, more than its bound of %d", path, count, limit));
    }
    if (count > in.remaining()) {
      throw new MalformedMessageException(
          String.format(
              Locale.ROOT,
              "%s claims %d elements, but only %d bytes are left",
              path,
              count,
              in.remaining()));
    }
    return (int) count;
  }

  String text(String path, int limit) {
    long length = signed(path, 4) & 0xffffffffL;
    if (length == 0) {
      return "";
    }
    if (limit < Integer.MAX_VALUE && length - 1 > limit) {
      throw new MalformedMessageException(
          String.format(
              Locale.ROOT, "%s has %d bytes, more than its bound of %d", path, length - 1, limit));
    }
    byte[] utf8 = octets(path, length);
    if (utf8[utf8.length - 1] != 0) {
      throw new MalformedMessageException(path + " is a string without its closing zero");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(utf8, 0, utf8.length - 1))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException(path + " is not UTF-8", e);
    }
  }

  byte[] octets(String path, long length) {
    ByteBuffer from = take(path, 1, length);
    byte[] bytes = new byte[(int) length];
    from.get(bytes);
    return bytes;
  }

  int remaining() {
    return in.remaining();
  }
}
