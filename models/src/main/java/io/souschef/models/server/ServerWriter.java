package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.LanguageModel.TextGenerator;
import io.souschef.models.language.LanguageModel.Written;
import java.util.List;

/**
 * Lets a server write: {@code /v1/completions}, or {@code /v1/chat/completions} where it only
 * chats.
 */
final class ServerWriter implements TextGenerator {

  private static final String TASK =
      "Continue the text of the user. Answer with what comes next, and with nothing else.";

  private final ServerConnection connection;
  private final boolean chats;

  ServerWriter(ServerConnection connection, boolean chats) {
    this.connection = connection;
    this.chats = chats;
  }

  @Override
  public Written generate(String prompt, int maxTokens, List<String> stops) {
    ObjectNode request = connection.request().put("max_tokens", maxTokens).put("temperature", 0);
    if (!stops.isEmpty()) {
      ArrayNode stop = request.putArray("stop");
      stops.forEach(stop::add);
    }
    if (chats) {
      ArrayNode messages = request.putArray("messages");
      messages.addObject().put("role", "system").put("content", TASK);
      messages.addObject().put("role", "user").put("content", prompt);
    } else {
      request.put("prompt", prompt);
    }
    return connection.post(chats ? "/v1/chat/completions" : "/v1/completions", request, this::read);
  }

  private Written read(JsonNode answer) throws RetriableException {
    JsonNode choice = answer.path("choices").path(0);
    JsonNode text = chats ? choice.path("message").path("content") : choice.path("text");
    if (!text.isTextual()) {
      throw RetriableException.nonsense("its answer has no text");
    }
    return new Written(text.asText(), answer.path("usage").path("completion_tokens").asInt());
  }
}
