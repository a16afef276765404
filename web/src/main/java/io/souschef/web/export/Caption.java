package io.souschef.web.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.web.replay.Replay;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told below a picture: what was asked for, what the robot does and why.
 *
 * @param instruction what was asked for
 * @param meaning the running line of the program; empty where there is none
 * @param doing what the robot does, or how it ended
 * @param bars the best candidates of the last decision, best first
 */
record Caption(String instruction, String meaning, String doing, List<Bar> bars) {

  private static final int BARS = 3;

  /** A candidate of a decision; the numbers in [0, 1]. */
  record Bar(String skill, double say, double can, double both, boolean chosen) {}

  /** What is to be told at a robot time, seconds from the beginning. */
  static Caption at(Replay replay, double timeS) {
    String instruction = "";
    String meaning = "";
    String doing = "looks and thinks";
    List<Bar> bars = List.of();
    for (ObjectNode event : replay.events()) {
      if (event.path("t").asDouble() > timeS + 1e-6) {
        break;
      }
      switch (event.path("event").asText()) {
        case "started" -> instruction = event.path("instruction").asText();
        case "reached" -> meaning = event.path("statement").asText().lines().findFirst().orElse("");
        case "decided" -> bars = bars(event.path("decision"));
        case "skill_started" -> doing = "▶ " + event.at("/skill/text").asText();
        case "skill_ended" -> {
          boolean good = event.at("/result/outcome").asText().equals("succeeded");
          doing = (good ? "✓ " : "✗ ") + event.at("/result/message").asText();
        }
        case "asked" -> doing = "asks: " + event.path("question").asText();
        case "told" -> doing = "says: " + event.path("words").asText();
        case "ended" -> {
          boolean good = event.path("outcome").asText().equals("DONE");
          doing = (good ? "✓ Done: " : "✗ ") + event.path("message").asText();
        }
        default -> {
          // Nothing that a picture tells.
        }
      }
    }
    return new Caption(instruction, meaning, doing, bars);
  }

  private static List<Bar> bars(JsonNode decision) {
    String chosen = decision.at("/chosen/skill/text").asText();
    List<Bar> bars = new ArrayList<>();
    for (JsonNode candidate : decision.path("candidates")) {
      if (bars.size() < BARS) {
        String skill = candidate.at("/skill/text").asText();
        bars.add(
            new Bar(
                skill,
                candidate.path("say").asDouble(),
                candidate.path("can").asDouble(),
                candidate.path("combined").asDouble(),
                skill.equals(chosen)));
      }
    }
    return bars;
  }
}
