package io.souschef.ros.mcap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Records that are written together, and where the messages among them are. */
final class Chunk {

  private record At(long nanos, long offset) {}

  private final Bytes records = new Bytes();
  private final Map<Integer, List<At>> index = new TreeMap<>();
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos;

  void add(byte[] bytes) {
    records.raw(bytes);
  }

  void addMessage(int channel, long nanos, byte[] bytes) {
    index.computeIfAbsent(channel, key -> new ArrayList<>()).add(new At(nanos, records.size()));
    firstNanos = Math.min(firstNanos, nanos);
    lastNanos = Math.max(lastNanos, nanos);
    records.raw(bytes);
  }

  int size() {
    return records.size();
  }

  private long firstNanos() {
    return index.isEmpty() ? 0 : firstNanos;
  }

  /** The record of the chunk itself. */
  byte[] chunk() {
    byte[] content = records.array();
    CRC32 crc = new CRC32();
    crc.update(content);
    return new Bytes()
        .u64(firstNanos())
        .u64(lastNanos)
        .u64(content.length)
        .u32(crc.getValue())
        .text("") // not compressed
        .u64(content.length)
        .raw(content)
        .record(Opcode.CHUNK);
  }

  /** What stands behind it: by channel, a record with the place of each message. */
  Map<Integer, byte[]> indexes() {
    Map<Integer, byte[]> all = new TreeMap<>();
    index.forEach(
        (channel, places) -> {
          places.sort(Comparator.comparingLong(At::nanos));
          Bytes entries = new Bytes();
          places.forEach(at -> entries.u64(at.nanos()).u64(at.offset()));
          all.put(
              channel,
              new Bytes()
                  .u16(channel)
                  .u32(entries.size())
                  .raw(entries.array())
                  .record(Opcode.MESSAGE_INDEX));
        });
    return all;
  }

  /**
   * Its entry in the summary.
   *
   * @param start where its record begins in the file
   * @param length of that record
   * @param indexes of {@link #indexes}, which follow it
   */
  byte[] entry(long start, int length, Map<Integer, byte[]> indexes) {
    Map<Integer, Long> offsets = new TreeMap<>();
    long at = start + length;
    for (Map.Entry<Integer, byte[]> one : indexes.entrySet()) {
      offsets.put(one.getKey(), at);
      at += one.getValue().length;
    }
    return new Bytes()
        .u64(firstNanos())
        .u64(lastNanos)
        .u64(start)
        .u64(length)
        .byChannel(offsets)
        .u64(at - start - length)
        .text("")
        .u64(size())
        .u64(size())
        .record(Opcode.CHUNK_INDEX);
  }
}
