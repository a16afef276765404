package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.SchemaVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<ObjectNode> events = new JsonLines("Trace", trace).read();
    if (events.isEmpty() || !events.get(0).path("event").asText().equals("started")) {
      throw new InvalidInputException(
          "Trace '%s' does not begin with the event 'started'; is it a trace?".formatted(trace));
    }
    SchemaVersion.require(
        "Trace '%s'".formatted(trace), events.get(0), EpisodeEvent.Started.SCHEMA_VERSION);
    Path motion = trace.resolveSibling(MotionLog.FILE);
    Optional<Replay> recorded =
        trace.getFileName().toString().equals("trace.jsonl") && Files.isRegularFile(motion)
            ? recorded(events, motion)
            : Optional.empty();
    return recorded.orElseGet(() -> BelievedMotion.of(trace, events));
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

  /** Empty where the episode ended before anything was recorded. */
  private static Optional<Replay> recorded(List<ObjectNode> events, Path file) {
    List<ObjectNode> motion = new JsonLines("Motion", file).read();
    if (motion.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode kitchen = MotionLine.kitchen(file, motion.get(0));
    MotionLine.require(file, motion);
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
}
