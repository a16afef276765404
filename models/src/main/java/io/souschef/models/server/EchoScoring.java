package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.List;
import java.util.Locale;

/**
 * {@code /v1/completions} with {@code echo} and {@code logprobs}: the server repeats prompt and
 * continuation with the log-probability of every token.
 */
final class EchoScoring implements ServerScoring {

  private final ServerConnection connection;
  private final int batch;

  /**
   * Scores by echo.
   *
   * @param batch texts in one request
   */
  EchoScoring(ServerConnection connection, int batch) {
    this.connection = connection;
    this.batch = batch;
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public double[] all(String prompt, List<String> continuations) {
    double[] scores = new double[continuations.size()];
    for (int from = 0; from < scores.length; from += batch) {
      List<String> some = continuations.subList(from, Math.min(scores.length, from + batch));
      double[] part =
          connection.post(
              "/v1/completions", request(prompt, some), answer -> read(answer, prompt, some));
      System.arraycopy(part, 0, scores, from, part.length);
    }
    return scores;
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    return WordTrieReading.best(continuations, weights, texts -> all(prompt, texts));
  }

  private ObjectNode request(String prompt, List<String> continuations) {
    ObjectNode request = connection.request();
    if (batch == 1) {
      request.put("prompt", prompt + continuations.get(0));
    } else {
      ArrayNode prompts = request.putArray("prompt");
      continuations.forEach(text -> prompts.add(prompt + text));
    }
    // One token has to be generated: several servers take 0 for "as many as fit".
    return request.put("max_tokens", 1).put("temperature", 0).put("echo", true).put("logprobs", 1);
  }

  private static double[] read(JsonNode answer, String prompt, List<String> continuations)
      throws RetriableException {
    JsonNode choices = answer.path("choices");
    if (choices.size() != continuations.size()) {
      throw malformed(
          String.format(
              Locale.ROOT,
              "%d texts were sent and %d came back",
              continuations.size(),
              choices.size()));
    }
    double[] scores = new double[continuations.size()];
    for (int i = 0; i < scores.length; i++) {
      int index = choices.get(i).path("index").asInt(i);
      if (index < 0 || index >= scores.length) {
        throw malformed(String.format(Locale.ROOT, "a choice has index %d", index));
      }
      scores[index] =
          score(
              choices.get(i).path("logprobs"), prompt.length(), continuations.get(index).length());
    }
    return scores;
  }

  /** Sums the tokens that lie within the continuation. */
  private static double score(JsonNode logprobs, int from, int length) throws RetriableException {
    JsonNode tokens = logprobs.path("tokens");
    JsonNode values = logprobs.path("token_logprobs");
    if (tokens.isEmpty() || tokens.size() != values.size()) {
      throw malformed("it lacks tokens or token_logprobs");
    }
    int at = 0;
    double sum = 0;
    for (int i = 0; i < tokens.size() && at < from + length; i++) {
      int end = at + tokens.get(i).asText().length();
      if (end > from) {
        if (at < from) {
          throw malformed("a token reaches from the prompt into the continuation");
        }
        if (!values.get(i).isNumber()) {
          throw malformed("a token of the continuation has no log-probability");
        }
        sum += values.get(i).asDouble();
      }
      at = end;
    }
    if (at < from + length) {
      throw malformed(
          String.format(
              Locale.ROOT,
              "the echo has %d characters of %d: the server ignores echo",
              at,
              from + length));
    }
    return Math.min(0, sum);
  }

  private static RetriableException malformed(String what) {
    return RetriableException.nonsense("its echo is malformed: " + what);
  }
}
