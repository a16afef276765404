package io.souschef.planner.episode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.souschef.skills.InvalidInputException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An episode as JSON lines, one event a line, flushed as it happens, so that a crash loses nothing
 * that was seen. Used by one thread.
 */
public final class Trace implements Consumer<EpisodeEvent>, AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final BufferedWriter writer;

  private Trace(BufferedWriter writer) {
    this.writer = writer;
  }

  /** Starts a new trace, replacing an older file of that name. */
  public static Trace create(Path file) {
    try {
      return new Trace(Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new InvalidInputException(
          "Cannot write the trace to '%s' (%s); choose a writable folder"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** A trace into a stream of its own; closing the trace closes it. */
  public static Trace to(Writer writer) {
    return new Trace(new BufferedWriter(writer));
  }

  @Override
  public void accept(EpisodeEvent event) {
    try {
      writer.write(JSON.writerFor(EpisodeEvent.class).writeValueAsString(event));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The trace cannot be written any further", e);
    }
  }

  /**
   * Reads a trace back.
   *
   * @throws InvalidInputException naming file and line when an event is malformed
   */
  public static List<EpisodeEvent> read(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return read(file.toString(), reader);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Trace '%s' cannot be read: %s".formatted(file, e.getMessage()), e);
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
      return JSON.readValue(json, EpisodeEvent.class);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "Trace '%s', line %d is not an event: %s".formatted(file, line, e.getOriginalMessage()),
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
      throw new UncheckedIOException("The trace cannot be closed", e);
    }
  }
}
