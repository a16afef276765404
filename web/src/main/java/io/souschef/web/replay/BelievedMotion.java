package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.picture.PlacedShape;
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

  static Replay of(List<ObjectNode> events) {
    Optional<ObjectNode> first =
        events.stream().filter(e -> e.path("event").asText().equals("observed")).findFirst();
    JsonNode places =
        first
            .map(event -> event.at("/observation/places"))
            .orElseGet(SceneJson.JSON::createArrayNode);
    double startS = first.map(e -> e.at("/observation/timeS").asDouble()).orElse(0.0);
    return new BelievedMotion(Perceived.from(places)).replay(events, startS);
  }

  private Replay replay(List<ObjectNode> events, double startS) {
    for (ObjectNode event : events) {
      switch (event.path("event").asText()) {
        case "observed" -> {
          timeS = Math.max(timeS, event.at("/observation/timeS").asDouble() - startS);
          show(perceived.shapes(event.path("observation")));
        }
        case "skill_ended" -> timeS += event.at("/result/durationS").asDouble();
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
