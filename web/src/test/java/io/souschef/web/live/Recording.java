package io.souschef.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.web.live.people.Viewer;
import io.souschef.web.replay.SceneJson;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Somebody who looks on and remembers all. */
public final class Recording implements Viewer {

  private static final long QUIET_MS = 700;

  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public void send(String json, Runnable sent) {
    try {
      heard.add(SceneJson.JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + json, e);
    }
    sent.run();
  }

  @Override
  public void close(String why) {}

  /** The first state of a kind that was told. */
  public JsonNode firstState(Predicate<JsonNode> wanted) {
    return heard.stream()
        .filter(m -> m.path("type").asText().equals("state"))
        .map(m -> m.path("state"))
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No such state was told"));
  }

  /** Waits for what would still come if something moved. */
  public void rest() {
    try {
      Thread.sleep(QUIET_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Robot time at which a part of the robot was last seen in another place, seconds. */
  public double lastMotionS() {
    return heard.stream()
        .filter(Recording::movesRobot)
        .mapToDouble(frame -> frame.path("t").asDouble())
        .max()
        .orElseThrow(() -> new AssertionError("The robot never moved"));
  }

  private static boolean movesRobot(JsonNode message) {
    Iterable<String> ids = () -> message.path("poses").fieldNames();
    return StreamSupport.stream(ids.spliterator(), false).anyMatch(id -> id.startsWith("robot/"));
  }
}
