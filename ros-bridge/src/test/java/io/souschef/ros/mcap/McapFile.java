package io.souschef.ros.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** A reader of MCAP for tests, which checks every checksum, index and count that it meets. */
final class McapFile {

  /** A message and its channel's topic. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Message(String topic, long nanos, byte[] data) {}

  /** A topic with what its messages look like. */
  record Channel(String topic, String encoding, int schema) {}

  /** What messages look like. */
  record Schema(String name, String encoding, String text) {}

  private final byte[] bytes;
  private final Map<Integer, Schema> schemas = new LinkedHashMap<>();
  private final Map<Integer, Channel> channels = new LinkedHashMap<>();
  private final List<Message> messages = new ArrayList<>();
  private int chunks;

  private McapFile(byte[] bytes) {
    this.bytes = bytes;
  }

  static McapFile read(Path file) throws IOException {
    McapFile read = new McapFile(Files.readAllBytes(file));
    read.walk();
    return read;
  }

  List<Message> messages(String topic) {
    return messages.stream().filter(message -> message.topic().equals(topic)).toList();
  }

  List<String> topics() {
    return channels.values().stream().map(Channel::topic).toList();
  }

  Schema schemaOf(String topic) {
    Channel channel =
        channels.values().stream().filter(c -> c.topic().equals(topic)).findFirst().orElseThrow();
    return Objects.requireNonNull(schemas.get(channel.schema()));
  }

  String encodingOf(String topic) {
    return channels.values().stream()
        .filter(c -> c.topic().equals(topic))
        .findFirst()
        .orElseThrow()
        .encoding();
  }

  int chunks() {
    return chunks;
  }

  private ByteBuffer at(long offset, long length) {
    return ByteBuffer.wrap(bytes, (int) offset, (int) length)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(ByteBuffer from) {
    byte[] text = new byte[from.getInt()];
    from.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static long crc(byte[] of, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(of, offset, length);
    return crc.getValue();
  }

  private void walk() {
    String magic = "\u0089MCAP0\r\n";
    assertThat(new String(bytes, 0, 8, StandardCharsets.ISO_8859_1)).isEqualTo(magic);
    assertThat(new String(bytes, bytes.length - 8, 8, StandardCharsets.ISO_8859_1))
        .isEqualTo(magic);
    int at = 8;
    int dataEnd = -1;
    while (at < bytes.length - 8) {
      int opcode = bytes[at];
      long length = at(at + 1, 8).getLong();
      ByteBuffer content = at(at + 9, length);
      switch (opcode) {
        case Opcode.CHUNK -> chunk(content);
        case Opcode.CHUNK_INDEX -> chunkIndex(content);
        case Opcode.STATISTICS -> {
          assertThat(content.getLong()).isEqualTo(messages.size());
          assertThat(content.getShort()).isEqualTo((short) schemas.size());
          assertThat(content.getInt()).isEqualTo(channels.size());
          content.getLong();
          assertThat(content.getInt()).isEqualTo(chunks);
        }
        case Opcode.DATA_END -> {
          dataEnd = at;
          assertThat(content.getInt() & 0xFFFFFFFFL).isEqualTo(crc(bytes, 0, at));
        }
        case Opcode.FOOTER -> {
          int start = (int) content.getLong();
          assertThat(start).isEqualTo(dataEnd + 13);
          int offsets = (int) content.getLong();
          assertThat(bytes[offsets]).isEqualTo((byte) Opcode.SUMMARY_OFFSET);
          assertThat(content.getInt() & 0xFFFFFFFFL)
              .isEqualTo(crc(bytes, start, at + 9 + 16 - start));
        }
        default -> assertThat(opcode).isBetween(Opcode.HEADER, Opcode.DATA_END);
      }
      at += 9 + (int) length;
    }
    assertThat(at).isEqualTo(bytes.length - 8);
  }

  private void chunk(ByteBuffer content) {
    chunks++;
    content.getLong();
    content.getLong();
    long size = content.getLong();
    long crc = content.getInt() & 0xFFFFFFFFL;
    assertThat(text(content)).isEmpty();
    assertThat(content.getLong()).isEqualTo(size);
    byte[] records = new byte[(int) size];
    content.get(records);
    assertThat(crc(records, 0, records.length)).isEqualTo(crc);
    ByteBuffer inside = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
    while (inside.hasRemaining()) {
      int opcode = inside.get();
      byte[] record = new byte[(int) inside.getLong()];
      inside.get(record);
      ByteBuffer one = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
      int id = one.getShort() & 0xFFFF;
      switch (opcode) {
        case Opcode.SCHEMA -> schemas.put(id, new Schema(text(one), text(one), text(one)));
        case Opcode.CHANNEL -> {
          int schema = one.getShort() & 0xFFFF;
          channels.put(id, new Channel(text(one), text(one), schema));
        }
        case Opcode.MESSAGE -> {
          one.getInt();
          long nanos = one.getLong();
          one.getLong();
          byte[] data = new byte[one.remaining()];
          one.get(data);
          messages.add(new Message(Objects.requireNonNull(channels.get(id)).topic(), nanos, data));
        }
        default -> throw new AssertionError("opcode " + opcode + " in a chunk");
      }
    }
  }

  /** The places that the index names are those of its channel's messages. */
  private void chunkIndex(ByteBuffer content) {
    content.getLong();
    content.getLong();
    long start = content.getLong();
    assertThat(bytes[(int) start]).isEqualTo((byte) Opcode.CHUNK);
    long length = content.getLong();
    long records = start + 9 + 8 + 8 + 8 + 4 + 4 + 8;
    int entries = content.getInt() / 10;
    for (int i = 0; i < entries; i++) {
      int channel = content.getShort() & 0xFFFF;
      int index = (int) content.getLong();
      assertThat(index).isGreaterThanOrEqualTo((int) (start + length));
      assertThat(bytes[index]).isEqualTo((byte) Opcode.MESSAGE_INDEX);
      ByteBuffer places = at(index + 9, at(index + 1, 8).getLong());
      assertThat(places.getShort() & 0xFFFF).isEqualTo(channel);
      int count = places.getInt() / 16;
      assertThat(count).isPositive();
      for (int j = 0; j < count; j++) {
        long nanos = places.getLong();
        ByteBuffer message = at(records + places.getLong(), 9 + 2 + 4 + 8);
        assertThat(message.get()).isEqualTo((byte) Opcode.MESSAGE);
        message.getLong();
        assertThat(message.getShort() & 0xFFFF).isEqualTo(channel);
        message.getInt();
        assertThat(message.getLong()).isEqualTo(nanos);
      }
    }
  }
}
