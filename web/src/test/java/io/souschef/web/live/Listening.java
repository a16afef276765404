package io.souschef.web.live;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.web.live.people.Viewer;
import io.souschef.web.replay.SceneJson;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A viewer who takes every message at once and keeps it. */
final class Listening implements Viewer {

  private final String name;
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();

  Listening(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
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
  public void close(String why) {
    heard.add(SceneJson.JSON.createObjectNode().put("type", "closed").put("message", why));
  }

  /** Waits for a message and drops those before it. */
  JsonNode hear(Predicate<JsonNode> wanted) throws InterruptedException {
    while (true) {
      JsonNode next = heard.poll(60, TimeUnit.SECONDS);
      if (next == null) {
        return fail("%s heard nothing of the kind in a minute", name);
      }
      if (wanted.test(next)) {
        return next;
      }
    }
  }

  JsonNode hearEvent(String kind) throws InterruptedException {
    return hear(m -> m.at("/event/event").asText().equals(kind));
  }

  JsonNode hearState(Predicate<JsonNode> wanted) throws InterruptedException {
    return hear(m -> m.path("type").asText().equals("state") && wanted.test(m.path("state")));
  }
}
