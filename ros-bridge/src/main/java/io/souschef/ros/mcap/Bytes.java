package io.souschef.ros.mcap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a record of MCAP is made of: little-endian numbers, and texts that tell their length. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Bytes number(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  Bytes u8(int value) {
    return number(value, 1);
  }

  Bytes u16(int value) {
    return number(value, 2);
  }

  Bytes u32(long value) {
    return number(value, 4);
  }

  Bytes u64(long value) {
    return number(value, 8);
  }

  Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return u32(bytes.length).raw(bytes);
  }

  Bytes texts(Map<String, String> map) {
    Bytes inside = new Bytes();
    map.forEach((key, value) -> inside.text(key).text(value));
    return u32(inside.size()).raw(inside.array());
  }

  /** A map from a channel to a number. */
  Bytes byChannel(Map<Integer, Long> map) {
    u32(10L * map.size());
    map.forEach((channel, value) -> u16(channel).u64(value));
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] array() {
    return out.toByteArray();
  }

  /** A record with this content. */
  byte[] record(int opcode) {
    return new Bytes().u8(opcode).u64(size()).raw(array()).array();
  }
}
