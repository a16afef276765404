package io.souschef.ros.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A decision as the topic {@code decisions} has it, recorded or live: what was chosen of what. */
public final class DecisionJson {

  private static final int MOST_CANDIDATES = 20;

  private DecisionJson() {}

  /** Of the line {@code decided} of a trace. */
  public static ObjectNode of(JsonNode event) {
    ObjectNode decision =
        JsonNodeFactory.instance.objectNode().put("step", event.path("step").asInt());
    decision.put("chosen", event.at("/decision/chosen/skill/text").asText());
    ArrayNode candidates = decision.putArray("candidates");
    for (JsonNode one : event.at("/decision/candidates")) {
      if (candidates.size() == MOST_CANDIDATES) {
        break;
      }
      candidates
          .addObject()
          .put("skill", one.at("/skill/text").asText())
          .put("say", one.path("say").asDouble())
          .put("can", one.path("can").asDouble())
          .put("combined", one.path("combined").asDouble());
    }
    return decision;
  }
}
