package io.souschef.ros.mcap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the JSON topics of a recording look like, as JSON Schemas. */
final class Schemas {

  private static final long NANOS = 1_000_000_000L;

  /** A line of the trace; docs/schema/trace-1.schema.json says more. */
  static final String EVENT =
      """
      {"type": "object", "title": "souschef.Event",
       "properties": {"event": {"type": "string"}, "step": {"type": "integer"}}}\
      """;

  static final String DECISION =
      """
      {"type": "object", "title": "souschef.Decision",
       "properties": {"step": {"type": "integer"}, "chosen": {"type": "string"},
         "candidates": {"type": "array", "items": {"type": "object",
           "properties": {"skill": {"type": "string"}, "say": {"type": "number"},
             "can": {"type": "number"}, "combined": {"type": "number"}}}}}}\
      """;

  static final String SKILL =
      """
      {"type": "object", "title": "souschef.Skill",
       "properties": {"step": {"type": "integer"}, "skill": {"type": "string"},
         "phase": {"type": "string"}, "fraction": {"type": "number"},
         "outcome": {"type": "string"}, "message": {"type": "string"}}}\
      """;

  /** By this name and with these fields Foxglove's log shows it. */
  static final String LOG =
      """
      {"type": "object", "title": "foxglove.Log",
       "properties": {
         "timestamp": {"type": "object", "title": "time",
           "properties": {"sec": {"type": "integer"}, "nsec": {"type": "integer"}}},
         "level": {"type": "integer"}, "message": {"type": "string"}, "name": {"type": "string"},
         "file": {"type": "string"}, "line": {"type": "integer"}}}\
      """;

  private Schemas() {}

  static ObjectNode time(long nanos) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sec", Math.floorDiv(nanos, NANOS))
        .put("nsec", Math.floorMod(nanos, NANOS));
  }
}
