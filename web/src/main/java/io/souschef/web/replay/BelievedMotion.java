package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The motion of an episode of which only the trace is there: before each step everything is where
 * the robot believed it to be.
 */
final class BelievedMotion {

  private final Perceived perceived;
  private final MotionDelta delta = new MotionDelta();
  private final List<JsonNode> frames = new ArrayList<>();
  private double timeS;

  private BelievedMotion(Perceived perceived) {
    this.perceived = perceived;
  }

  /**
   * Draws it.
   *
   * @throws InvalidInputException naming file and line where what was observed cannot be drawn
   */
  static Replay of(Path trace, List<ObjectNode> events) {
    Optional<ObjectNode> first =
        events.stream().filter(e -> e.path("event").asText().equals("observed")).findFirst();
    JsonNode places =
        first
            .map(event -> event.at("/observation/places"))
            .orElseGet(SceneJson.JSON::createArrayNode);
    first.ifPresent(
        e ->
            Drawable.require(
                "Trace", trace, events.indexOf(e) + 1, () -> Perceived.from(places).scene()));
    Perceived perceived = Perceived.from(places);
    for (int i = 0; i < events.size(); i++) {
      JsonNode observation = events.get(i).path("observation");
      if (events.get(i).path("event").asText().equals("observed")) {
        Drawable.require("Trace", trace, i + 1, () -> tried(perceived, observation));
      }
    }
    double startS = first.map(e -> e.at("/observation/timeS").asDouble()).orElse(0.0);
    return new BelievedMotion(perceived).replay(events, startS);
  }

  /** Makes everything once that is drawn of an observation. */
  private static void tried(Perceived perceived, JsonNode observation) {
    Drawable.seconds(observation.path("timeS"));
    perceived.shapes(observation);
  }

  private static double durationS(ObjectNode ended) {
    double s = ended.at("/result/durationS").asDouble();
    return s >= 0 && s <= Drawable.LONGEST_S ? s : 0;
  }

  private Replay replay(List<ObjectNode> events, double startS) {
    for (ObjectNode event : events) {
      switch (event.path("event").asText()) {
        case "observed" -> {
          timeS = Math.max(timeS, event.at("/observation/timeS").asDouble() - startS);
          show(perceived.shapes(event.path("observation")));
        }
        case "skill_ended" -> timeS += durationS(event);
        default -> {
          // The others take no time of the robot's.
        }
      }
      event.put("t", Math.round(timeS * 1e3) / 1e3);
    }
    return new Replay(events, perceived.scene(), frames, false);
  }

  private void show(List<PlacedShape> shapes) {
    delta
        .next(shapes)
        .ifPresent(change -> frames.add(change.put("t", Math.round(timeS * 1e3) / 1e3)));
  }
}
