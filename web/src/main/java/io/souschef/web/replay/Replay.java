package io.souschef.web.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An episode that can be shown again: the lines of its trace, of kinds that this program does not
 * know, too, and how everything moved. Where no motion was recorded, as on a real robot, it is
 * drawn from what the robot believed before each step.
 *
 * @param events the trace's lines, each with its robot time as {@code t}
 * @param kitchen what does not move
 * @param frames what changed, with robot times as {@code t}, in order
 * @param recorded whether the motion was recorded
 */
public record Replay(
    List<ObjectNode> events, ObjectNode kitchen, List<JsonNode> frames, boolean recorded) {

  private static final int MOST_LINES = 500_000;
  private static final int LONGEST_LINE = 4_000_000;

  public Replay {
    events = List.copyOf(events);
    frames = List.copyOf(frames);
  }

  /**
   * Reads an episode.
   *
   * @param file a trace ({@code .jsonl} or {@code .jsonl.gz}), or a folder with one
   * @throws InvalidInputException naming file and line when it is missing or malformed
   */
  public static Replay read(Path file) {
    Path trace = Files.isDirectory(file) ? file.resolve("trace.jsonl") : file;
    List<ObjectNode> events = lines("Trace", trace);
    if (events.isEmpty() || !events.get(0).path("event").asText().equals("started")) {
      throw new InvalidInputException(
          "Trace '%s' does not begin with the event 'started'; is it a trace?".formatted(trace));
    }
    Path motion = trace.resolveSibling(MotionLog.FILE);
    Optional<Replay> recorded =
        trace.getFileName().toString().equals("trace.jsonl") && Files.isRegularFile(motion)
            ? recorded(events, lines("Motion", motion))
            : Optional.empty();
    return recorded.orElseGet(() -> BelievedMotion.of(events));
  }

  /** Everything as one JSON object, for a page. */
  public ObjectNode json() {
    ObjectNode json = SceneJson.JSON.createObjectNode();
    json.set("kitchen", kitchen);
    json.put("recorded", recorded);
    ArrayNode all = json.putArray("events");
    events.forEach(all::add);
    ArrayNode motion = json.putArray("frames");
    frames.forEach(motion::add);
    return json;
  }

  /** Robot time of the last thing that happened, seconds. */
  public double endS() {
    double frame = frames.isEmpty() ? 0 : frames.get(frames.size() - 1).path("t").asDouble();
    return Math.max(frame, events.get(events.size() - 1).path("t").asDouble());
  }

  private static Optional<Replay> recorded(List<ObjectNode> events, List<ObjectNode> motion) {
    if (motion.isEmpty() || !(motion.get(0).get("kitchen") instanceof ObjectNode kitchen)) {
      return Optional.empty();
    }
    List<JsonNode> frames = new ArrayList<>();
    double first = motion.size() > 1 ? motion.get(1).path("t").asDouble() : 0;
    double last = first;
    for (ObjectNode line : motion.subList(1, motion.size())) {
      double t = line.path("t").asDouble() - first;
      line.put("t", Math.round(t * 1e3) / 1e3);
      if (line.has("event")) {
        int index = line.path("event").asInt();
        if (index >= 0 && index < events.size()) {
          events.get(index).set("t", line.get("t"));
        }
      } else {
        frames.add(line);
      }
      last = t;
    }
    for (ObjectNode event : events) {
      if (!event.has("t")) { // the motion was cut off before the trace was
        event.put("t", last);
      }
    }
    return Optional.of(new Replay(events, kitchen, frames, true));
  }

  private static List<ObjectNode> lines(String what, Path file) {
    List<ObjectNode> lines = new ArrayList<>();
    try (BufferedReader reader = open(file)) {
      String line = reader.readLine();
      while (line != null) {
        if (line.length() > LONGEST_LINE || lines.size() >= MOST_LINES) {
          throw new InvalidInputException(
              "%s '%s' is too long at line %s".formatted(what, file, lines.size() + 1));
        }
        lines.add(parse(what, file, lines.size() + 1, line));
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s '%s' cannot be read; name a trace.jsonl or a folder with one".formatted(what, file),
          e);
    }
    return lines;
  }

  private static ObjectNode parse(String what, Path file, int number, String line) {
    try {
      if (SceneJson.JSON.readTree(line) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw malformed(what, file, number, e);
    }
    throw malformed(what, file, number, null);
  }

  private static InvalidInputException malformed(
      String what, Path file, int number, @Nullable Exception cause) {
    String sentence = "%s '%s', line %s is not a JSON object".formatted(what, file, number);
    return cause == null
        ? new InvalidInputException(sentence)
        : new InvalidInputException(sentence, cause);
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream stream = Files.newInputStream(file);
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }
}
