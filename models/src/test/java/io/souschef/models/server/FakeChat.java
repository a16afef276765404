package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chat models with top_logprobs: an old one, a newer that is choosy, and some that think aloud. */
final class FakeChat {

  /** What a chat server is like. */
  enum Manner {
    PLAIN,
    /** Refuses max_tokens, a temperature and more than five top_logprobs. */
    CHOOSY,
    /** Thinks unless its template is told not to. */
    THINKS,
    /** Thinks whatever one says, and does not know most fields. */
    THINKS_ALWAYS,
    /** Refuses without a reason. */
    GRUFF
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEW = 5;

  private final FakeModel model;
  private final Manner manner;

  FakeChat(FakeModel model, Manner manner) {
    this.model = model;
    this.manner = manner;
  }

  /** An answer; a text where the request is refused. */
  JsonNode chat(JsonNode request) {
    String objection = objection(request);
    if (!objection.isEmpty()) {
      return JSON.getNodeFactory().textNode(objection);
    }
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode choice = answer.putArray("choices").addObject();
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    if (request.path("response_format").path("type").asText().equals("json_schema")) {
      message.put("content", "{\"lines\": [\"one\", \"two\"]}");
      return answer;
    }
    if (!request.path("logprobs").asBoolean()) {
      message.put("content", " as a chat goes");
      return answer;
    }
    ArrayNode content = choice.putObject("logprobs").putArray("content");
    int tokens = request.path("max_tokens").asInt(request.path("max_completion_tokens").asInt(1));
    List<String> written = new ArrayList<>();
    if (thinks(request)) {
      for (String token : List.of("<think>", "A", " robot", " may", " want", " B", "</think>")) {
        written.add(token);
      }
    }
    for (int i = 0; i < Math.min(tokens, written.size()); i++) {
      ObjectNode token = content.addObject().put("token", written.get(i));
      token.putArray("top_logprobs").addObject().put("token", "so").put("logprob", -0.1);
    }
    if (tokens > written.size()) {
      String letter = letters(content.addObject(), request);
      written.add(letter);
    }
    message.put("content", String.join("", written.subList(0, Math.min(tokens, written.size()))));
    return answer;
  }

  private boolean thinks(JsonNode request) {
    return manner == Manner.THINKS_ALWAYS
        || (manner == Manner.THINKS
            && request.path("chat_template_kwargs").path("enable_thinking").asBoolean(true));
  }

  private String objection(JsonNode request) {
    int listed = request.path("top_logprobs").asInt();
    return switch (manner) {
      case PLAIN, THINKS -> "";
      case THINKS_ALWAYS ->
          request.has("chat_template_kwargs") ? "Unrecognized field: chat_template_kwargs" : "";
      case GRUFF -> request.has("max_tokens") || listed > FEW ? "Bad request" : "";
      case CHOOSY -> {
        if (request.has("max_tokens")) {
          yield "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
        }
        if (request.has("temperature")) {
          yield "Unsupported value: 'temperature' does not support 0 with this model.";
        }
        yield listed > FEW ? "top_logprobs must be at most 5, got %d".formatted(listed) : "";
      }
    };
  }

  /** Likes what it was told to like, and the letter A; lists no more than was asked for. */
  private String letters(ObjectNode token, JsonNode request) {
    record Liked(String letter, double liking) {}
    List<Liked> liked = new ArrayList<>();
    request
        .path("messages")
        .path(0)
        .path("content")
        .asText()
        .lines()
        .filter(line -> line.matches("[A-P]\\. .*"))
        .forEach(
            line ->
                liked.add(
                    new Liked(
                        line.substring(0, 1),
                        model.liking(line.substring(3)) + (line.startsWith("A") ? 0.05 : 0))));
    liked.add(new Liked("The", Math.exp(-5)));
    liked.sort(Comparator.comparingDouble(Liked::liking).reversed());
    token.put("token", liked.get(0).letter());
    ArrayNode top = token.putArray("top_logprobs");
    liked.stream()
        .limit(request.path("top_logprobs").asInt())
        .forEach(
            one ->
                top.addObject()
                    .put("token", " " + one.letter().toUpperCase(Locale.ROOT))
                    .put("logprob", Math.log(one.liking())));
    return liked.get(0).letter();
  }
}
