package io.souschef.models.language.huggingface;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.KeyValueCache;
import io.souschef.models.onnx.LogSoftmax;
import io.souschef.planner.usefulness.ScoringException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The candidates after one prompt. */
final class CausalReading implements TrieReading {
  private final CausalGraph graph;
  private final KeyValueCache.Entry prompt;
  private final CandidateTrie trie;

  CausalReading(CausalGraph graph, KeyValueCache.Entry prompt, CandidateTrie trie) {
    this.graph = graph;
    this.prompt = prompt;
    this.trie = trie;
    int words = prompt.next().length;
    for (int token : trie.alphabet()) {
      if (token >= words) {
        throw new ScoringException(
            "The tokenizer has a token %s, but model '%s' knows %s; they belong to different models"
                .formatted(token, graph, words));
      }
    }
  }

  @Override
  public void expand(int[] nodes, double[] edges) {
    BitSet wanted = new BitSet(trie.size());
    Arrays.stream(nodes).forEach(wanted::set);
    if (wanted.get(0)) {
      fill(0, prompt.next(), 0, prompt.next().length, edges);
      wanted.clear(0);
    }
    int[] ends = ends(wanted);
    int batch = graph.largestBatch(prompt.length());
    try (NDManager shared = graph.newManager()) {
      NDList past = graph.past().repeated(shared, prompt.past(), Math.min(batch, ends.length));
      for (int from = 0; from < ends.length; from += batch) {
        int to = Math.min(ends.length, from + batch);
        // A last, smaller batch is filled up with its own first row.
        int size = Math.min(batch, ends.length);
        int[] some = new int[size];
        for (int i = 0; i < size; i++) {
          some[i] = ends[from + i < to ? from + i : from];
        }
        pass(some, past, wanted, edges);
      }
    }
  }

  /** Wanted nodes on the way to no other wanted node. */
  private int[] ends(BitSet wanted) {
    BitSet passed = new BitSet(trie.size());
    wanted.stream()
        .forEach(
            node -> {
              for (int at = trie.parent(node); at > 0; at = trie.parent(at)) {
                passed.set(at);
              }
            });
    return wanted.stream().filter(node -> !passed.get(node)).toArray();
  }

  private void pass(int[] ends, NDList past, BitSet wanted, double[] edges) {
    List<int[]> paths = Arrays.stream(ends).mapToObj(trie::path).toList();
    try (NDManager scratch = graph.newManager()) {
      CausalGraph.Pass pass = graph.run(scratch, paths, prompt.length(), past);
      for (int row = 0; row < ends.length; row++) {
        for (int node = ends[row]; node > 0; node = trie.parent(node)) {
          if (wanted.get(node)) {
            wanted.clear(node);
            fill(
                node,
                pass.logits(),
                pass.start(row, trie.depth(node) - 1),
                pass.vocabulary(),
                edges);
          }
        }
      }
    }
  }

  private void fill(int node, float[] logits, int start, int vocabulary, double[] edges) {
    double normalizer = LogSoftmax.normalizer(logits, start, vocabulary);
    for (int child : trie.children(node)) {
      edges[child] = logits[start + trie.token(child)] - normalizer;
    }
  }

  @Override
  public void close() {
    // The prompt's arrays belong to the cache.
  }
}
