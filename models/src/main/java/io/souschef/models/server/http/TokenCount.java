package io.souschef.models.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens that a server has read and written, by its own account; where it gives none they are
 * estimated by what was sent. Safe to share.
 */
public final class TokenCount {

  /** Of English text, with the vocabularies in use. */
  private static final int CHARACTERS_A_TOKEN = 4;

  private final AtomicLong total = new AtomicLong();

  public long total() {
    return total.get();
  }

  /** Adds what an answer cost. */
  void add(JsonNode request, JsonNode answer) {
    JsonNode usage = answer.path("usage").path("total_tokens");
    JsonNode read = answer.path("tokens_evaluated");
    if (usage.isIntegralNumber() && usage.longValue() > 0) {
      total.addAndGet(usage.longValue());
    } else if (read.isIntegralNumber()) {
      total.addAndGet(Math.max(0, read.longValue() + answer.path("tokens_predicted").asLong()));
    } else if (answer.has("choices")) {
      total.addAndGet(characters(request) / CHARACTERS_A_TOKEN);
    }
  }

  private static long characters(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().length();
    }
    long sum = 0;
    for (JsonNode below : node) {
      sum += characters(below);
    }
    return sum;
  }
}
