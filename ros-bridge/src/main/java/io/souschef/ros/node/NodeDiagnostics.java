package io.souschef.ros.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.Diagnosis;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says of itself as {@code diagnostic_msgs/msg/DiagnosticArray}: whether it is in
 * order, and how long its last skill took. Not thread-safe.
 */
public final class NodeDiagnostics {

  private static final String COUNT = "skills run";
  private static final String SKILL = "last skill";
  private static final String OWN = "last skill's own time (ms)";

  /**
   * A skill that has ended.
   *
   * @param number counted from 1 since the node's start
   * @param text the skill's words
   * @param ownMs wall time in which the robot executed it and perceived what came of it, without
   *     the telling; milliseconds
   */
  public record LastSkill(int number, String text, double ownMs) {}

  private Optional<LastSkill> last = Optional.empty();

  void ran(String skill, double ownMs) {
    last = Optional.of(new LastSkill(last.map(LastSkill::number).orElse(0) + 1, skill, ownMs));
  }

  /**
   * The message.
   *
   * @param timeS robot time, seconds
   * @param fault what broke the robot; empty when nothing did
   */
  ObjectNode message(double timeS, String fault) {
    Map<String, String> values = new LinkedHashMap<>();
    last.ifPresent(
        skill -> {
          values.put(COUNT, Integer.toString(skill.number()));
          values.put(SKILL, skill.text());
          values.put(OWN, String.format(Locale.ROOT, "%.3f", skill.ownMs()));
        });
    return new Diagnosis(
            fault.isEmpty() ? Diagnosis.Level.OK : Diagnosis.Level.ERROR,
            "robot",
            fault.isEmpty() ? "ready" : fault,
            values)
        .message(timeS);
  }

  /** The last skill that a node's message tells of; empty when there was none, or of others. */
  public static Optional<LastSkill> lastSkill(ObjectNode message) {
    JsonNode values = message.at("/status/0/values");
    try {
      return value(values, COUNT)
          .map(
              number ->
                  new LastSkill(
                      Integer.parseInt(number),
                      value(values, SKILL).orElse(""),
                      value(values, OWN).map(Double::parseDouble).orElse(Double.NaN)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(JsonNode values, String key) {
    for (JsonNode entry : values) {
      if (entry.path("key").asText().equals(key)) {
        return Optional.of(entry.path("value").asText());
      }
    }
    return Optional.empty();
  }
}
