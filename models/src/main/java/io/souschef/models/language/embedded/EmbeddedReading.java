package io.souschef.models.language.embedded;

import ai.djl.ndarray.NDManager;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.TreeRows;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.KeyValueCache;
import io.souschef.models.onnx.LogSoftmax;
import io.souschef.models.onnx.PassPool;
import java.util.Arrays;
import java.util.Optional;

/** The candidates after one prompt. */
final class EmbeddedReading implements TrieReading {
  private final EmbeddedGraph graph;
  private final PassPool passes;
  private final KeyValueCache.Entry prompt;
  private final CandidateTrie trie;

  EmbeddedReading(
      EmbeddedGraph graph, PassPool passes, KeyValueCache.Entry prompt, CandidateTrie trie) {
    this.graph = graph;
    this.passes = passes;
    this.prompt = prompt;
    this.trie = trie;
  }

  @Override
  public void expand(int[] nodes, double[] edges) {
    int first = 0;
    if (nodes.length > 0 && nodes[0] == 0) {
      fill(0, prompt.next(), 0, edges);
      first = 1;
    }
    passes.run(Arrays.copyOfRange(nodes, first, nodes.length), some -> pass(some, edges));
  }

  /** One pass over some nodes and what leads to them, each seeing the prompt and its own path. */
  private void pass(int[] nodes, double[] edges) {
    TreeRows rows = TreeRows.of(trie, nodes);
    int length = prompt.length();
    int[] ids = new int[rows.count()];
    int[] positions = new int[ids.length];
    AttentionBias bias = new AttentionBias(1, ids.length, length + ids.length);
    for (int row = 0; row < ids.length; row++) {
      int node = rows.node(row);
      ids[row] = trie.token(node);
      positions[row] = length + trie.depth(node) - 1;
      bias.show(0, row, 0, length);
      for (int at = row; at >= 0; at = rows.parent(at)) {
        bias.show(0, row, length + at, 1);
      }
    }
    try (NDManager scratch = graph.newManager()) {
      float[] logits =
          graph
              .run(
                  scratch,
                  scratch,
                  ids,
                  positions,
                  1,
                  bias,
                  prompt.outputs(),
                  Optional.of(prompt.past()))
              .logits();
      for (int node : nodes) {
        fill(node, logits, rows.row(node) * prompt.outputs().length, edges);
      }
    }
  }

  private void fill(int node, float[] logits, int start, double[] edges) {
    double normalizer = LogSoftmax.normalizer(logits, start, prompt.outputs().length);
    for (int child : trie.children(node)) {
      int column = Arrays.binarySearch(prompt.outputs(), trie.token(child));
      edges[child] = logits[start + column] - normalizer;
    }
  }

  @Override
  public void close() {
    // The prompt's arrays belong to the cache.
  }
}
