package io.souschef.ros.mcap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.skills.file.IoReason;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of ROS 2, and of JSON, on their way into an MCAP file. That the disk is full or a
 * message makes no sense is said and stops nothing: a recording never stops a robot. Thread-safe.
 */
public final class RosRecording implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RosRecording.class);

  /** Before CDR: that it is little-endian. */
  private static final byte[] LITTLE_ENDIAN = {0, 1, 0, 0};

  private final McapWriter file;
  private final MessageCatalog catalog;
  private final CdrCodec codec;
  private final Map<String, Integer> schemas = new HashMap<>();
  private final Map<String, Integer> channels = new HashMap<>();
  private final Path path;
  private @Nullable IOException failure;
  private boolean ended;

  /**
   * Begins a recording.
   *
   * @throws IOException when the file cannot be made
   */
  public RosRecording(Path file, MessageCatalog catalog) throws IOException {
    this.file = McapWriter.create(file);
    path = file;
    this.catalog = catalog;
    codec = new CdrCodec(catalog);
  }

  /** Records a message of ROS 2, in CDR. */
  public synchronized void ros(String topic, TypeName type, long nanos, ObjectNode message) {
    try {
      byte[] body = codec.encode(type, message, ByteOrder.LITTLE_ENDIAN);
      write(
          channel(topic, type.toString(), "ros2msg", "cdr", () -> Ros2Schema.of(catalog, type)),
          nanos,
          new Bytes().raw(LITTLE_ENDIAN).raw(body).array());
    } catch (MalformedMessageException e) {
      LOG.warn("Not recorded, {}: {}", topic, e.getMessage());
    }
  }

  /**
   * Records a JSON object.
   *
   * @param schema name of what it is: {@code foxglove.Log}
   * @param definition its JSON Schema
   */
  public synchronized void json(
      String topic, String schema, String definition, long nanos, ObjectNode message) {
    write(
        channel(topic, schema, "jsonschema", "json", () -> definition),
        nanos,
        message.toString().getBytes(StandardCharsets.UTF_8));
  }

  private int channel(
      String topic,
      String name,
      String schemaEncoding,
      String encoding,
      java.util.function.Supplier<String> definition) {
    return channels.computeIfAbsent(
        topic + " " + name,
        key -> {
          int schema =
              schemas.computeIfAbsent(
                  name,
                  one ->
                      file.schema(
                          one, schemaEncoding, definition.get().getBytes(StandardCharsets.UTF_8)));
          return file.channel(schema, topic, encoding, Map.of());
        });
  }

  private void write(int channel, long nanos, byte[] data) {
    if (ended) {
      return;
    }
    try {
      file.message(channel, nanos, data);
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    ended = true;
    if (failure == null) {
      failure = e;
      LOG.warn(
          "Recording '{}' ends here ({}); what was written before can be read",
          path,
          IoReason.of(e));
    }
  }

  /** Why it could not be written to its end; empty while all went well. */
  public synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Ends it; that its end could not be written, {@link #failure} tells. */
  @Override
  public synchronized void close() {
    ended = true; // what still happens comes too late to be recorded
    try {
      file.close();
    } catch (IOException e) {
      fail(e);
    }
  }
}
