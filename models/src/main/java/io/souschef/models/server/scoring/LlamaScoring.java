package io.souschef.models.server.scoring;

import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * llama.cpp's own {@code /completion} with {@code n_probs}: the log-probabilities of the likeliest
 * next tokens, for many nodes of the candidates' trie in one request.
 */
public final class LlamaScoring implements ServerScoring {

  /** Prompts in one request: a second or two of a small model on a processor. */
  public static final int BATCH = 64;

  /** Tokens listed where the best is searched: the bound of the others is as good as the last. */
  private static final int FEW = 64;

  /** Tokens listed where everything is wanted: what is missing is read exactly in any case. */
  private static final int FEWER = 24;

  private final ServerConnection connection;
  private final LlamaTokens tokens;
  private final int batch;

  /**
   * Scores by n_probs.
   *
   * @param batch prompts in one request
   */
  public LlamaScoring(ServerConnection connection, int batch) {
    this.connection = connection;
    this.tokens = new LlamaTokens(connection);
    this.batch = batch;
  }

  @Override
  public String name() {
    return "llama.cpp n_probs";
  }

  @Override
  public ServerScoring on(ServerConnection other) {
    return new LlamaScoring(other, batch);
  }

  @Override
  public double[] all(String prompt, List<String> continuations) {
    LlamaTokens.Tokens read = tokens.of(prompt, continuations);
    CandidateTrie trie = CandidateTrie.of(read.continuations());
    LlamaReading reading = new LlamaReading(connection, read.prompt(), trie, batch, FEWER);
    reading.expand(trie.inner());
    int[] bounds = IntStream.range(1, trie.size()).filter(node -> !reading.isExact(node)).toArray();
    if (bounds.length > 0) {
      reading.resolve(bounds);
    }
    double[] edges = IntStream.range(0, trie.size()).mapToDouble(reading::edge).toArray();
    return Arrays.stream(trie.sums(edges)).map(score -> Math.min(0, score)).toArray();
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    LlamaTokens.Tokens read = tokens.of(prompt, continuations);
    CandidateTrie trie = CandidateTrie.of(read.continuations());
    return BoundedSearch.search(
        trie, new LlamaReading(connection, read.prompt(), trie, batch, FEW), weights);
  }
}
