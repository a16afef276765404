package io.souschef.web.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decisions as traces hold them: with every candidate that was scored. Stateless. */
public final class Decisions {

  private static final String DECIDED = "\"event\":\"decided\"";

  private Decisions() {}

  /**
   * The decision on a step; the trace may still be being written.
   *
   * @param step from 1
   * @throws InvalidInputException when there is none yet
   */
  public static ObjectNode of(Path trace, int step) {
    try (BufferedReader lines = Files.newBufferedReader(trace)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(DECIDED)
            && SceneJson.JSON.readTree(line) instanceof ObjectNode event
            && event.path("step").asInt() == step
            && event.get("decision") instanceof ObjectNode decision) {
          return decision;
        }
      }
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("The decision is being written; ask again", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The trace '%s' cannot be read".formatted(trace.getFileName()), e);
    }
    throw new InvalidInputException("No decision on step %s was made".formatted(step));
  }
}
