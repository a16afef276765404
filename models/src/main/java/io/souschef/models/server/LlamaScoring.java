package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.BestFirstSearch;
import io.souschef.models.language.CandidateTrie;
import io.souschef.models.language.TrieReading;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * llama.cpp's own {@code /completion} with {@code n_probs}: the log-probabilities of the likeliest
 * next tokens, one request a node of the candidates' trie. The server keeps its own cache of the
 * prompt.
 */
final class LlamaScoring implements ServerScoring {

  /** Next tokens asked for at first; all that there are when a candidate's is not among them. */
  private static final int FEW = 2_000;

  private static final int EVERY = 1_000_000;

  private final ServerConnection connection;

  LlamaScoring(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public String name() {
    return "llama.cpp n_probs";
  }

  @Override
  public double[] all(String prompt, List<String> continuations) {
    CandidateTrie trie = trie(prompt, continuations);
    double[] edges = new double[trie.size()];
    new Reading(tokens(prompt, true), trie).expand(trie.inner(), edges);
    return Arrays.stream(trie.sums(edges)).map(score -> Math.min(0, score)).toArray();
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    CandidateTrie trie = trie(prompt, continuations);
    return BestFirstSearch.search(trie, new Reading(tokens(prompt, true), trie), weights, 1);
  }

  private CandidateTrie trie(String prompt, List<String> continuations) {
    // Tokenizers look at words: the prompt's last goes along and its tokens are taken off again.
    String lastWord = prompt.substring(Math.max(0, prompt.lastIndexOf(' ')));
    int[] word = tokens(lastWord, false);
    return CandidateTrie.of(
        continuations.stream()
            .map(
                text -> {
                  int[] both = tokens(lastWord + text, false);
                  return Arrays.mismatch(word, both) == word.length
                      ? Arrays.copyOfRange(both, word.length, both.length)
                      : tokens(text, false);
                })
            .toList());
  }

  private final Map<String, int[]> known = new HashMap<>();

  private int[] tokens(String text, boolean special) {
    int[] remembered = known.get(text);
    if (remembered != null && !special) {
      return remembered;
    }
    ObjectNode request = connection.request().put("content", text).put("add_special", special);
    int[] tokens = connection.post("/tokenize", request, LlamaScoring::readTokens);
    if (!special) {
      known.put(text, tokens);
    }
    return tokens;
  }

  private static int[] readTokens(JsonNode answer) throws RetriableException {
    JsonNode tokens = answer.path("tokens");
    int[] ids = new int[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      if (!tokens.get(i).isInt()) {
        throw RetriableException.nonsense("its tokens are malformed");
      }
      ids[i] = tokens.get(i).asInt();
    }
    if (ids.length == 0) {
      throw RetriableException.nonsense("it found no tokens in a text");
    }
    return ids;
  }

  private final class Reading implements TrieReading {
    private final int[] prompt;
    private final CandidateTrie trie;

    Reading(int[] prompt, CandidateTrie trie) {
      this.prompt = prompt;
      this.trie = trie;
    }

    @Override
    public void expand(int[] nodes, double[] edges) {
      for (int node : nodes) {
        Map<Integer, Double> next = next(trie.path(node), FEW);
        boolean complete =
            Arrays.stream(trie.children(node)).map(trie::token).allMatch(next::containsKey);
        Map<Integer, Double> all = complete ? next : next(trie.path(node), EVERY);
        for (int child : trie.children(node)) {
          edges[child] = all.getOrDefault(trie.token(child), Double.NEGATIVE_INFINITY);
        }
      }
    }

    private Map<Integer, Double> next(int[] path, int wanted) {
      ObjectNode request = connection.request();
      ArrayNode tokens = request.putArray("prompt");
      Arrays.stream(prompt).forEach(tokens::add);
      Arrays.stream(path).forEach(tokens::add);
      request
          .put("n_predict", 1)
          .put("temperature", 0)
          .put("n_probs", wanted)
          .put("post_sampling_probs", false)
          .put("cache_prompt", true);
      return connection.post("/completion", request, LlamaScoring::readNext);
    }

    @Override
    public void close() {
      // The cache is the server's.
    }
  }

  private static Map<Integer, Double> readNext(JsonNode answer) throws RetriableException {
    JsonNode top = answer.path("completion_probabilities").path(0).path("top_logprobs");
    Map<Integer, Double> next = new HashMap<>();
    for (JsonNode entry : top) {
      if (!entry.path("id").isInt() || !entry.path("logprob").isNumber()) {
        throw RetriableException.nonsense("its top_logprobs are malformed");
      }
      next.put(entry.path("id").asInt(), Math.min(0, entry.path("logprob").asDouble()));
    }
    if (next.isEmpty()) {
      throw RetriableException.nonsense("it gave no top_logprobs");
    }
    return next;
  }
}
