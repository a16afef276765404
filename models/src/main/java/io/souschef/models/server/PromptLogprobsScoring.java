package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /v1/completions} with vLLM's {@code prompt_logprobs}: a list with one entry a token of the
 * prompt, each an object from token id to log-probability, the token that stands there first.
 */
final class PromptLogprobsScoring implements ServerScoring {

  private static final int BATCH = 16;

  private final ServerConnection connection;

  PromptLogprobsScoring(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public String name() {
    return "prompt_logprobs";
  }

  /** A token of a prompt; the first has no log-probability. */
  private record Token(String id, Optional<Double> logProbability) {}

  @Override
  public double[] all(String prompt, List<String> continuations) {
    List<Token> before = tokens(List.of(prompt)).get(0);
    double[] scores = new double[continuations.size()];
    for (int from = 0; from < scores.length; from += BATCH) {
      List<String> texts =
          continuations.subList(from, Math.min(scores.length, from + BATCH)).stream()
              .map(text -> prompt + text)
              .toList();
      List<List<Token>> sequences = tokens(texts);
      for (int i = 0; i < texts.size(); i++) {
        scores[from + i] = score(before, sequences.get(i));
      }
    }
    return scores;
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    return WordTrieReading.best(continuations, weights, texts -> all(prompt, texts));
  }

  /** Sums from where the two sequences part: the last token of a prompt may grow. */
  private static double score(List<Token> prompt, List<Token> whole) {
    int same = 0;
    while (same < Math.min(prompt.size(), whole.size())
        && prompt.get(same).id().equals(whole.get(same).id())) {
      same++;
    }
    double sum = 0;
    for (Token token : whole.subList(same, whole.size())) {
      sum += token.logProbability().orElse(0.0);
    }
    for (Token token : prompt.subList(same, prompt.size())) {
      sum -= token.logProbability().orElse(0.0);
    }
    return Math.min(0, sum);
  }

  private List<List<Token>> tokens(List<String> texts) {
    ObjectNode request = connection.request();
    ArrayNode prompts = request.putArray("prompt");
    texts.forEach(prompts::add);
    request.put("max_tokens", 1).put("temperature", 0).put("prompt_logprobs", 0);
    return connection.post("/v1/completions", request, answer -> read(answer, texts.size()));
  }

  private static List<List<Token>> read(JsonNode answer, int texts) throws RetriableException {
    List<List<Token>> sequences = new ArrayList<>();
    for (JsonNode choice : answer.path("choices")) {
      List<Token> sequence = new ArrayList<>();
      for (JsonNode entry : choice.path("prompt_logprobs")) {
        sequence.add(token(entry, sequence.isEmpty()));
      }
      if (sequence.size() < 2) {
        throw malformed("it has none; the server ignores prompt_logprobs");
      }
      sequences.add(sequence);
    }
    if (sequences.size() != texts) {
      throw malformed(
          String.format(
              Locale.ROOT, "%d texts were sent and %d came back", texts, sequences.size()));
    }
    return sequences;
  }

  private static Token token(JsonNode entry, boolean first) throws RetriableException {
    if (entry.isNull() && first) {
      return new Token("", Optional.empty());
    }
    if (entry.properties().isEmpty()) {
      throw malformed("a token has no entry");
    }
    Map.Entry<String, JsonNode> field = entry.properties().iterator().next();
    JsonNode value = field.getValue().path("logprob");
    if (!value.isNumber()) {
      throw malformed("a token has no logprob");
    }
    return new Token(field.getKey(), Optional.of(value.asDouble()));
  }

  private static RetriableException malformed(String what) {
    return RetriableException.nonsense("its prompt_logprobs are malformed: " + what);
  }
}
