package io.souschef.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.SceneJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the episodes of a sitting leave their files, a folder each, and how they are told. */
final class Episodes {

  static final String TRACE = "trace.jsonl";

  /** Candidates that are sent with a decision; whoever wants all of them asks for it. */
  private static final int SENT = 40;

  private final Path folder;

  Episodes(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder of a request. */
  Path create(int request) {
    Path made = folder.resolve(Integer.toString(request));
    try {
      return Files.createDirectories(made);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder '%s' cannot be made; choose another with --out".formatted(made), e);
    }
  }

  /**
   * The folder of a request that was made.
   *
   * @throws InvalidInputException when there is none
   */
  Path folder(int request) {
    Path made = folder.resolve(Integer.toString(request));
    if (!Files.isRegularFile(made.resolve(TRACE))) {
      throw new InvalidInputException("There is no request %s".formatted(request));
    }
    return made;
  }

  /** An event as it is sent: with no more candidates than anybody looks at. */
  static ObjectNode message(int request, double timeS, EpisodeEvent event) {
    JsonNode json = Trace.json(event);
    if (json.get("decision") instanceof ObjectNode decision
        && decision.get("candidates") instanceof ArrayNode candidates) {
      decision.put("scored", candidates.size());
      while (candidates.size() > SENT) {
        candidates.remove(candidates.size() - 1);
      }
    }
    ObjectNode message = SceneJson.JSON.createObjectNode();
    message.put("type", "event").put("request", request);
    message.put("t", Math.round(timeS * 1e3) / 1e3);
    message.set("event", json);
    return message;
  }
}
