package io.souschef.models.language.embedded;

import ai.djl.ndarray.NDManager;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.onnx.LogSoftmax;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scores candidates one by one, each after the whole prompt: slow, and what the tree must equal.
 */
final class SeparateScores {

  private final EmbeddedGraph graph;
  private final PromptTokens prompt;
  private final CandidateTrie candidates;
  private final int[] outputs;

  SeparateScores(EmbeddedGraph graph, PromptTokens prompt, CandidateTrie candidates) {
    this.graph = graph;
    this.prompt = prompt;
    this.candidates = candidates;
    this.outputs = graph.outputs(candidates);
  }

  /**
   * Log-probabilities of candidates.
   *
   * @param batch candidates in one pass, at least 1
   */
  double[] of(List<Integer> chosen, int batch) {
    double[] scores = new double[chosen.size()];
    for (int from = 0; from < scores.length; from += batch) {
      add(chosen.subList(from, Math.min(scores.length, from + batch)), scores, from);
    }
    return scores;
  }

  private void add(List<Integer> some, double[] scores, int to) {
    int length = prompt.ids().length;
    int[][] paths =
        some.stream()
            .map(candidate -> candidates.path(candidates.end(candidate)))
            .toArray(int[][]::new);
    int width = length + Arrays.stream(paths).mapToInt(path -> path.length).max().orElse(1) - 1;
    int[] ids = new int[paths.length * width];
    int[] positions = new int[ids.length];
    AttentionBias bias = new AttentionBias(paths.length, width, width);
    for (int row = 0; row < paths.length; row++) {
      System.arraycopy(prompt.ids(), 0, ids, row * width, length);
      System.arraycopy(paths[row], 0, ids, row * width + length, paths[row].length - 1);
      for (int at = 0; at < width; at++) {
        positions[row * width + at] = at;
        bias.show(row, at, 0, EmbeddedGraph.visible(at, prompt.prefixLength()));
      }
    }
    try (NDManager scratch = graph.newManager()) {
      float[] logits =
          graph
              .run(scratch, scratch, ids, positions, paths.length, bias, outputs, Optional.empty())
              .logits();
      for (int row = 0; row < paths.length; row++) {
        for (int i = 0; i < paths[row].length; i++) {
          int start = (row * width + length - 1 + i) * outputs.length;
          scores[to + row] +=
              logits[start + Arrays.binarySearch(outputs, paths[row][i])]
                  - LogSoftmax.normalizer(logits, start, outputs.length);
        }
      }
    }
  }
}
