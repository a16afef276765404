package io.souschef.models.language.embedded;

import ai.djl.ndarray.NDManager;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.Decoder;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.KeyValueCache;
import io.souschef.models.onnx.LogSoftmax;
import io.souschef.models.onnx.PassPool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads prompts by the embedded graph, and what may come after them. */
final class EmbeddedDecoder implements Decoder {

  /** Tokens that all beginnings must share before the model reads them as part of the prompt. */
  private static final int WORTH_READING = 4;

  private final EmbeddedGraph graph;
  private final PassPool passes;
  private final KeyValueCache cache = new KeyValueCache();

  /**
   * Takes over a graph and closes it in the end.
   *
   * @param threads passes that may run side by side, at least 1
   */
  EmbeddedDecoder(EmbeddedGraph graph, int threads) {
    this.graph = graph;
    this.passes = new PassPool(threads);
  }

  /** Tokens over which the probability of a program is normalised; none where it writes none. */
  int[] programTokens() {
    return graph.programTokens();
  }

  /** Log-probabilities of the token after each beginning, which come after the prompt. */
  double[][] after(PromptTokens prompt, List<int[]> beginnings, int[] outputs) {
    int shared = shared(beginnings);
    PromptTokens start = prompt;
    int skipped = 0;
    if (shared >= WORTH_READING) {
      int[] ids = Arrays.copyOf(prompt.ids(), prompt.ids().length + shared);
      System.arraycopy(beginnings.get(0), 0, ids, prompt.ids().length, shared);
      start = new PromptTokens(ids, prompt.prefixLength(), List.of());
      skipped = shared;
    }
    KeyValueCache.Entry entry = read(start, outputs);
    double[][] next = new double[beginnings.size()][];
    Beginnings rows = new Beginnings();
    int[] last = new int[next.length];
    for (int i = 0; i < next.length; i++) {
      int[] tokens = beginnings.get(i);
      last[i] = rows.add(Arrays.copyOfRange(tokens, skipped, tokens.length));
    }
    float[] logits = rows.count() == 0 ? new float[0] : pass(entry, rows);
    for (int i = 0; i < next.length; i++) {
      float[] from = last[i] < 0 ? entry.next() : logits;
      int at = Math.max(0, last[i]) * outputs.length;
      double normalizer = LogSoftmax.normalizer(from, at, outputs.length);
      next[i] = new double[outputs.length];
      for (int j = 0; j < outputs.length; j++) {
        next[i][j] = from[at + j] - normalizer;
      }
    }
    return next;
  }

  private float[] pass(KeyValueCache.Entry prompt, Beginnings rows) {
    int length = prompt.length();
    AttentionBias bias = new AttentionBias(1, rows.count(), length + rows.count());
    for (int row = 0; row < rows.count(); row++) {
      bias.show(0, row, 0, length);
      for (int at = row; at >= 0; at = rows.parent(at)) {
        bias.show(0, row, length + at, 1);
      }
    }
    try (NDManager scratch = graph.newManager()) {
      return graph
          .run(
              scratch,
              scratch,
              rows.tokens(),
              rows.depths(length),
              1,
              bias,
              prompt.outputs(),
              Optional.of(prompt.past()))
          .logits();
    }
  }

  private static int shared(List<int[]> beginnings) {
    int[] first = beginnings.get(0);
    int shared = first.length;
    for (int[] other : beginnings) {
      int differs = Arrays.mismatch(first, 0, shared, other, 0, Math.min(shared, other.length));
      shared = differs < 0 ? Math.min(shared, other.length) : differs;
    }
    return shared;
  }

  private KeyValueCache.Entry read(PromptTokens prompt, int[] outputs) {
    Optional<KeyValueCache.Entry> same = cache.answer(prompt, outputs);
    if (same.isPresent()) {
      return same.get();
    }
    KeyValueCache.Entry entry = goOn(prompt, outputs);
    cache.add(entry);
    return entry;
  }

  @Override
  public TrieReading read(PromptTokens prompt, CandidateTrie candidates) {
    return new EmbeddedReading(graph, passes, read(prompt, graph.outputs(candidates)), candidates);
  }

  /** Runs the tokens that come after what is known. */
  private KeyValueCache.Entry goOn(PromptTokens prompt, int[] outputs) {
    NDManager owner = graph.newManager();
    try (NDManager scratch = graph.newManager()) {
      Optional<KeyValueCache.Beginning> known = cache.longestBeginning(prompt);
      int from = known.map(KeyValueCache.Beginning::length).orElse(0);
      int length = prompt.ids().length;
      int[] ids = Arrays.copyOfRange(prompt.ids(), from, length);
      AttentionBias bias = new AttentionBias(1, ids.length, length);
      for (int row = 0; row < ids.length; row++) {
        bias.show(0, row, 0, EmbeddedGraph.visible(from + row, prompt.prefixLength()));
      }
      EmbeddedGraph.Pass pass =
          graph.run(
              owner,
              scratch,
              ids,
              IntStream.range(from, length).toArray(),
              1,
              bias,
              outputs,
              known.map(beginning -> beginning.past(scratch, graph.pasts())));
      float[] logits = pass.logits();
      float[] next = Arrays.copyOfRange(logits, logits.length - outputs.length, logits.length);
      return new KeyValueCache.Entry(prompt, pass.present(), outputs, next, owner);
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  @Override
  public double[] scoreSeparately(
      PromptTokens prompt, CandidateTrie candidates, List<Integer> chosen, int batch) {
    return new SeparateScores(graph, prompt, candidates).of(chosen, batch);
  }

  @Override
  public void forget() {
    cache.close();
  }

  @Override
  public void close() {
    passes.close();
    cache.close();
    graph.close();
  }
}
