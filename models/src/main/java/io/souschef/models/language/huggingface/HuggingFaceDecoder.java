package io.souschef.models.language.huggingface;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.Decoder;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.KeyValueCache;
import io.souschef.models.onnx.LogSoftmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Somebody else's causal decoder. Its mask knows no trees, so candidates are scored path by path,
 * in batches that go on from one cached prompt; log p is normalised over the whole vocabulary.
 */
final class HuggingFaceDecoder implements Decoder {

  /** Tokens of a prompt in one pass: bounds the memory of their logits. */
  private static final int MOST_TOKENS = 256;

  private static final int[] ALL = {};

  private final CausalGraph graph;
  private final KeyValueCache cache = new KeyValueCache();

  /** Takes over a graph and closes it in the end. */
  HuggingFaceDecoder(CausalGraph graph) {
    this.graph = graph;
  }

  @Override
  public TrieReading read(PromptTokens prompt, CandidateTrie candidates) {
    return new CausalReading(graph, read(prompt), candidates);
  }

  /** Logits of the token after a prompt. */
  float[] next(PromptTokens prompt) {
    return read(prompt).next();
  }

  private KeyValueCache.Entry read(PromptTokens prompt) {
    graph.check(prompt.ids().length);
    Optional<KeyValueCache.Entry> same = cache.answer(prompt, ALL);
    if (same.isPresent()) {
      return same.get();
    }
    KeyValueCache.Entry entry = goOn(prompt);
    cache.add(entry);
    return entry;
  }

  private KeyValueCache.Entry goOn(PromptTokens prompt) {
    NDManager owner = graph.newManager();
    try (NDManager scratch = graph.newManager()) {
      Optional<KeyValueCache.Beginning> known = cache.longestBeginning(prompt);
      int from = known.map(KeyValueCache.Beginning::length).orElse(0);
      int length = prompt.ids().length;
      NDList past =
          known
              .map(beginning -> beginning.past(scratch, graph.past()))
              .orElseGet(() -> graph.past().empty(scratch, 1));
      while (true) {
        int to = Math.min(length, from + MOST_TOKENS);
        NDManager keeper = to == length ? owner : scratch;
        int[] ids = Arrays.copyOfRange(prompt.ids(), from, to);
        int[] ones = new int[to];
        Arrays.fill(ones, 1);
        CausalGraph.Pass pass =
            graph.run(keeper, scratch, ids, ones, 1, from, past, to == length ? 1 : 0);
        if (to == length) {
          float[] next = pass.row(0, pass.tokens() - 1);
          return new KeyValueCache.Entry(prompt, pass.present(), ALL, next, owner);
        }
        past = pass.present();
        from = to;
      }
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  @Override
  public double[] scoreSeparately(
      PromptTokens prompt, CandidateTrie candidates, List<Integer> chosen, int batch) {
    List<int[]> paths =
        chosen.stream().map(candidate -> candidates.path(candidates.end(candidate))).toList();
    double[] scores = new double[chosen.size()];
    int length = prompt.ids().length;
    for (int from = 0; from < scores.length; from += batch) {
      List<int[]> rows = new ArrayList<>();
      for (int[] path : paths.subList(from, Math.min(scores.length, from + batch))) {
        int[] row = Arrays.copyOf(prompt.ids(), length + path.length - 1);
        System.arraycopy(path, 0, row, length, path.length - 1);
        rows.add(row);
      }
      try (NDManager scratch = graph.newManager()) {
        NDList empty = graph.past().empty(scratch, rows.size());
        CausalGraph.Pass pass = graph.run(scratch, rows, 0, empty);
        for (int row = 0; row < rows.size(); row++) {
          int[] path = paths.get(from + row);
          for (int i = 0; i < path.length; i++) {
            int start = pass.start(row, length - 1 + i);
            scores[from + row] +=
                pass.logits()[start + path[i]]
                    - LogSoftmax.normalizer(pass.logits(), start, pass.vocabulary());
          }
        }
      }
    }
    return scores;
  }

  @Override
  public void forget() {
    cache.close();
  }

  @Override
  public void close() {
    cache.close();
    graph.close();
  }
}
