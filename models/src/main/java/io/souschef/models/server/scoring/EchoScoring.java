package io.souschef.models.server.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code /v1/completions} where prompt and continuation come back with the log-probability of every
 * token: by {@code echo} and {@code logprobs}, or by vLLM's {@code prompt_logprobs}.
 */
public final class EchoScoring implements ServerScoring {

  /** How the tokens are asked for, and where they stand. */
  public enum Form {
    /** {@code echo}: lists of tokens and of log-probabilities. */
    ECHO("echo") {
      @Override
      void ask(ObjectNode request) {
        request.put("echo", true).put("logprobs", 1);
      }

      @Override
      EchoedTokens read(JsonNode choice) throws RetriableException {
        JsonNode tokens = choice.path("logprobs").path("tokens");
        JsonNode values = choice.path("logprobs").path("token_logprobs");
        if (tokens.isEmpty() || tokens.size() != values.size()) {
          throw malformed("it lacks tokens or token_logprobs");
        }
        EchoedTokens echoed = new EchoedTokens();
        for (int i = 0; i < tokens.size(); i++) {
          echoed.add(tokens.get(i).asText(), values.get(i));
        }
        return echoed;
      }
    },

    /** {@code prompt_logprobs}: an entry a token, from its id to its text and log-probability. */
    PROMPT_LOGPROBS("prompt_logprobs") {
      @Override
      void ask(ObjectNode request) {
        request.put("prompt_logprobs", 0);
      }

      @Override
      EchoedTokens read(JsonNode choice) throws RetriableException {
        EchoedTokens echoed = new EchoedTokens();
        JsonNode entries = choice.path("prompt_logprobs");
        if (entries.size() < 2) {
          throw malformed("it has no prompt_logprobs; the server ignores them");
        }
        for (JsonNode entry : entries) {
          if (entry.isNull()) {
            echoed.addUnknownFirst();
            continue;
          }
          if (entry.size() != 1) {
            throw malformed("a token has %s entries".formatted(entry.size()));
          }
          JsonNode token = entry.elements().next();
          echoed.add(token.path("decoded_token").asText(), token.path("logprob"));
        }
        return echoed;
      }
    };

    private final String label;

    Form(String label) {
      this.label = label;
    }

    abstract void ask(ObjectNode request);

    abstract EchoedTokens read(JsonNode choice) throws RetriableException;
  }

  /** So many texts are scored at once: a search would ask for as many, one round after another. */
  private static final int FEW = 64;

  private final ServerConnection connection;
  private final Form form;
  private final int batch;

  /**
   * Scores by echo.
   *
   * @param batch texts in one request
   */
  public EchoScoring(ServerConnection connection, Form form, int batch) {
    this.connection = connection;
    this.form = form;
    this.batch = batch;
  }

  @Override
  public String name() {
    return form.label;
  }

  @Override
  public ServerScoring on(ServerConnection other) {
    return new EchoScoring(other, form, batch);
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
    if (continuations.size() <= FEW) {
      double[] scores = all(prompt, continuations);
      return IntStream.range(0, scores.length).mapToObj(i -> new Scored(i, scores[i])).toList();
    }
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
    form.ask(request.put("max_tokens", 1).put("temperature", 0));
    return request;
  }

  private double[] read(JsonNode answer, String prompt, List<String> continuations)
      throws RetriableException {
    JsonNode choices = answer.path("choices");
    if (choices.size() != continuations.size()) {
      throw malformed(
          "%s texts were sent and %s came back".formatted(continuations.size(), choices.size()));
    }
    double[] scores = new double[continuations.size()];
    boolean[] known = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int index = choices.get(i).path("index").asInt(i);
      if (index < 0 || index >= scores.length || known[index]) {
        throw malformed("a choice has index %s, or two have".formatted(index));
      }
      known[index] = true;
      scores[index] = form.read(choices.get(i)).score(prompt, continuations.get(index));
    }
    return scores;
  }

  private static RetriableException malformed(String what) {
    return RetriableException.nonsense("its echo is malformed: " + what);
  }
}
