package io.souschef.ros.mcap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file after its public specification (version 0): in chunks, with an index and
 * checksums, without compression. What was written of a file that was cut off is in its whole
 * chunks. Thread-safe.
 */
public final class McapWriter implements AutoCloseable {

  private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int MOST = 0xFFFF;

  private final OutputStream out;
  private final CRC32 dataCrc = new CRC32();
  private final List<byte[]> schemas = new ArrayList<>();
  private final List<byte[]> channels = new ArrayList<>();
  private final List<byte[]> chunkEntries = new ArrayList<>();
  private final Map<Integer, Long> counts = new TreeMap<>();
  private Chunk chunk = new Chunk();
  private long written;
  private long messages;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos;
  private boolean closed;

  private McapWriter(OutputStream out) throws IOException {
    this.out = out;
    write(MAGIC);
    write(new Bytes().text("").text("souschef").record(Opcode.HEADER));
  }

  /** Begins a file, in place of one that is there. */
  public static McapWriter create(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    try {
      return new McapWriter(out);
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    dataCrc.update(bytes);
    written += bytes.length;
  }

  private static void requireRoom(List<byte[]> list) {
    if (list.size() >= MOST) {
      throw new IllegalStateException("An MCAP file has room for %s of these".formatted(MOST));
    }
  }

  /**
   * Says what messages look like.
   *
   * @param encoding {@code ros2msg} or {@code jsonschema}
   * @return its number
   */
  public synchronized int schema(String name, String encoding, byte[] data) {
    requireRoom(schemas);
    int id = schemas.size() + 1;
    byte[] schema =
        new Bytes()
            .u16(id)
            .text(name)
            .text(encoding)
            .u32(data.length)
            .raw(data)
            .record(Opcode.SCHEMA);
    schemas.add(schema);
    chunk.add(schema);
    return id;
  }

  /**
   * Opens a topic.
   *
   * @param encoding of its messages: {@code cdr} or {@code json}
   * @return its number
   */
  public synchronized int channel(
      int schema, String topic, String encoding, Map<String, String> metadata) {
    requireRoom(channels);
    int id = channels.size();
    byte[] channel =
        new Bytes()
            .u16(id)
            .u16(schema)
            .text(topic)
            .text(encoding)
            .texts(metadata)
            .record(Opcode.CHANNEL);
    channels.add(channel);
    chunk.add(channel);
    counts.put(id, 0L);
    return id;
  }

  /**
   * Writes a message.
   *
   * @param nanos when it was recorded, nanoseconds since 1970 or since a robot's start
   */
  public synchronized void message(int channel, long nanos, byte[] data) throws IOException {
    if (closed || !counts.containsKey(channel)) {
      throw new IllegalStateException("No channel %s is open".formatted(channel));
    }
    long number = counts.merge(channel, 1L, Long::sum);
    chunk.addMessage(
        channel,
        nanos,
        new Bytes()
            .u16(channel)
            .u32(number)
            .u64(nanos)
            .u64(nanos)
            .raw(data)
            .record(Opcode.MESSAGE));
    messages++;
    firstNanos = Math.min(firstNanos, nanos);
    lastNanos = Math.max(lastNanos, nanos);
    if (chunk.size() >= CHUNK_BYTES) {
      flush();
    }
  }

  /** Brings what was written so far into the file. */
  public synchronized void flush() throws IOException {
    if (chunk.size() == 0) {
      return;
    }
    Chunk full = chunk;
    chunk = new Chunk();
    long start = written;
    byte[] record = full.chunk();
    write(record);
    Map<Integer, byte[]> indexes = full.indexes();
    for (byte[] index : indexes.values()) {
      write(index);
    }
    chunkEntries.add(full.entry(start, record.length, indexes));
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      flush();
      byte[] end = new Bytes().u32(dataCrc.getValue()).record(Opcode.DATA_END);
      out.write(end);
      out.write(summary(written + end.length));
      out.write(MAGIC);
    }
  }

  /** The summary and the footer, whose checksum is that of both up to itself. */
  private byte[] summary(long start) {
    Bytes summary = new Bytes();
    Bytes offsets = new Bytes();
    group(summary, offsets, start, Opcode.SCHEMA, schemas);
    group(summary, offsets, start, Opcode.CHANNEL, channels);
    group(summary, offsets, start, Opcode.STATISTICS, List.of(statistics()));
    group(summary, offsets, start, Opcode.CHUNK_INDEX, chunkEntries);
    long offsetStart = start + summary.size();
    summary.raw(offsets.array());
    // Opcode, length and the first two fields of the footer count.
    summary.u8(Opcode.FOOTER).u64(20).u64(start).u64(offsetStart);
    CRC32 crc = new CRC32();
    crc.update(summary.array());
    return summary.u32(crc.getValue()).array();
  }

  private static void group(
      Bytes summary, Bytes offsets, long start, int opcode, List<byte[]> records) {
    long at = start + summary.size();
    records.forEach(summary::raw);
    long length = start + summary.size() - at;
    if (length > 0) {
      offsets.raw(new Bytes().u8(opcode).u64(at).u64(length).record(Opcode.SUMMARY_OFFSET));
    }
  }

  private byte[] statistics() {
    return new Bytes()
        .u64(messages)
        .u16(schemas.size())
        .u32(channels.size())
        .u32(0) // attachments
        .u32(0) // metadata
        .u32(chunkEntries.size())
        .u64(messages == 0 ? 0 : firstNanos)
        .u64(lastNanos)
        .byChannel(counts)
        .record(Opcode.STATISTICS);
  }
}
