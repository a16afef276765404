package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** llama.cpp's {@code /tokenize} and {@code /completion}, as they answer today or did once. */
final class FakeLlama {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lists fewer than asked for, so that a vocabulary of some hundred words has unlisted ones. */
  private static final int SCARCITY = 16;

  private final FakeModel model;
  private final boolean modern;
  final AtomicInteger evaluated = new AtomicInteger();
  final AtomicInteger spread = new AtomicInteger();

  FakeLlama(FakeModel model, boolean modern) {
    this.model = model;
    this.modern = modern;
  }

  /** An answer; a text where the request is refused. */
  JsonNode tokenize(JsonNode request) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode tokens = answer.putArray("tokens");
    JsonNode content = request.path("content");
    if (content.isArray() && !modern) {
      return JSON.getNodeFactory().textNode("\"content\" must be a string");
    }
    Iterable<JsonNode> parts = content.isArray() ? content : List.of(content);
    for (JsonNode part : parts) {
      if (part.isInt()) {
        tokens.add(part.asInt());
      } else {
        FakeModel.split(part.asText()).forEach(token -> tokens.add(model.id(token)));
      }
    }
    return answer;
  }

  JsonNode completion(JsonNode request) {
    JsonNode prompts = request.path("prompt");
    if (!prompts.path(0).isArray()) {
      return one(request, prompts, 0);
    }
    if (!modern) {
      return JSON.getNodeFactory().textNode("prompt must be a string or a list of tokens");
    }
    if (prompts.size() > 1 && !request.has("id_slot")) {
      spread.incrementAndGet();
    }
    ArrayNode answers = JSON.createArrayNode();
    for (int i = 0; i < prompts.size(); i++) {
      answers.add(one(request, prompts.get(i), i));
    }
    return answers.size() == 1 ? answers.get(0) : answers;
  }

  private record Next(int id, double logProbability) {}

  private ObjectNode one(JsonNode request, JsonNode prompt, int index) {
    evaluated.incrementAndGet();
    List<String> tokens = new ArrayList<>();
    prompt.forEach(id -> tokens.add(model.token(id.asInt())));
    Map<Integer, Double> bias = new HashMap<>();
    request
        .path("logit_bias")
        .forEach(pair -> bias.put(pair.path(0).asInt(), pair.path(1).asDouble()));
    boolean lifted = modern && request.path("post_sampling_probs").asBoolean();
    int last = tokens.size();
    tokens.add("");
    double[] raw =
        IntStream.range(0, model.size())
            .mapToDouble(
                id -> {
                  tokens.set(last, model.token(id));
                  return model.logProbabilities(tokens)[last];
                })
            .toArray();
    double sum =
        IntStream.range(0, raw.length)
            .mapToDouble(id -> Math.exp(raw[id] + bias.getOrDefault(id, 0.0)))
            .sum();
    List<Next> sorted =
        IntStream.range(0, raw.length)
            .mapToObj(
                id ->
                    new Next(
                        id,
                        lifted ? raw[id] + bias.getOrDefault(id, 0.0) - Math.log(sum) : raw[id]))
            .sorted(Comparator.comparingDouble(Next::logProbability).reversed())
            .toList();
    int wanted = request.path("n_probs").asInt();
    ObjectNode answer = JSON.createObjectNode().put("index", index).put("id_slot", 3);
    ArrayNode top =
        answer
            .putArray("completion_probabilities")
            .addObject()
            .putArray(lifted ? "top_probs" : "top_logprobs");
    sorted.stream()
        .limit(lifted ? wanted : Math.max(1, wanted / SCARCITY))
        .forEach(next -> put(top.addObject().put("id", next.id()), lifted, next));
    return answer;
  }

  private static ObjectNode put(ObjectNode entry, boolean lifted, Next next) {
    return lifted
        ? entry.put("prob", (float) Math.exp(next.logProbability()))
        : entry.put("logprob", next.logProbability());
  }
}
