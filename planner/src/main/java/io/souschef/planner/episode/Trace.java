package io.souschef.planner.episode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.SchemaVersion;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * An episode as JSON lines, one event a line, on the disk as it happens, so that a crash loses
 * nothing that was seen. Used by one thread.
 */
public final class Trace implements Consumer<EpisodeEvent>, AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final BufferedWriter writer;
  private final Durable disk;

  private Trace(BufferedWriter writer, Durable disk) {
    this.writer = writer;
    this.disk = disk;
  }

  /** Brings what was written to where a loss of power does not take it. */
  @FunctionalInterface
  private interface Durable {
    void force() throws IOException;
  }

  /**
   * Starts a new trace, replacing an older file of that name.
   *
   * @throws InvalidInputException when it cannot be written, or another run is writing it
   */
  public static Trace create(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // The system gives the lock back with the channel, however the process ends.
      if (!lock(channel)) {
        channel.close();
        throw new InvalidInputException(
            "Another run is writing the trace '%s'; wait for its end or choose another --out"
                .formatted(file));
      }
      channel.truncate(0);
      return new Trace(
          new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)),
          () -> channel.force(false));
    } catch (IOException e) {
      throw new InvalidInputException(
          "Cannot write the trace to '%s' (%s); choose a writable folder"
              .formatted(file, IoReason.of(e)),
          e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // the other run is in this very process
    }
  }

  /** A trace into a stream of its own; closing the trace closes it. */
  public static Trace to(Writer writer) {
    return new Trace(new BufferedWriter(writer), () -> {});
  }

  @Override
  public void accept(EpisodeEvent event) {
    try {
      writer.write(JSON.writerFor(EpisodeEvent.class).writeValueAsString(event));
      writer.write('\n');
      writer.flush();
      if (!(event instanceof EpisodeEvent.SkillProgressed)) {
        disk.force();
      }
    } catch (IOException e) {
      throw new MachineException(
          "The trace cannot be written any further (%s); free space on its disk"
              .formatted(IoReason.of(e)),
          e);
    }
  }

  /**
   * Reads a trace back.
   *
   * @throws InvalidInputException naming file and line when an event is malformed
   */
  public static List<EpisodeEvent> read(Path file) {
    String text = new PlainFile("Trace", file).text(PlainFile.RECORDS);
    try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
      return read(file.toString(), reader);
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory cannot be read", e);
    }
  }

  /**
   * Reads a trace from a stream.
   *
   * @param name what messages call it
   * @throws InvalidInputException naming trace and line when an event is malformed
   */
  public static List<EpisodeEvent> read(String name, BufferedReader reader) throws IOException {
    List<EpisodeEvent> events = new ArrayList<>();
    String line = reader.readLine();
    while (line != null) {
      events.add(parse(name, events.size() + 1, line));
      line = reader.readLine();
    }
    return events;
  }

  private static EpisodeEvent parse(String file, int line, String json) {
    try {
      if (line == 1) {
        SchemaVersion.require(
            "Trace '%s'".formatted(file), JSON.readTree(json), EpisodeEvent.Started.SCHEMA_VERSION);
      }
      EpisodeEvent event = JSON.readValue(json, EpisodeEvent.class);
      if (event == null) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT, "Trace '%s', line %d is not an event: there is nothing", file, line));
      }
      return event;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "Trace '%s', line %d is not an event: %s", file, line, JsonReason.of(e)),
          e);
    }
  }

  /** An event as it stands in a trace. */
  public static JsonNode json(EpisodeEvent event) {
    try {
      // Through text: only so is the name of the event's kind beside its fields.
      return JSON.readTree(JSON.writerFor(EpisodeEvent.class).writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event cannot be written as JSON", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new MachineException(
          "The trace cannot be closed (%s); free space on its disk".formatted(IoReason.of(e)), e);
    }
  }
}
