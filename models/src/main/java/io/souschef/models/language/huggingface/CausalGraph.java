package io.souschef.models.language.huggingface;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Float16Utils;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.models.onnx.PastLayout;
import io.souschef.models.onnx.Tensors;
import io.souschef.planner.usefulness.ScoringException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The graph of a causal language model as Hugging Face exports it: one pass over padded rows. Which
 * inputs it has is its {@link HuggingFaceLayout}'s matter.
 */
final class CausalGraph implements AutoCloseable {

  private final OnnxSession session;
  private final HuggingFaceLayout layout;

  /** Takes over a session and closes it in the end. */
  CausalGraph(OnnxSession session, HuggingFaceLayout layout) {
    this.session = session;
    this.layout = layout;
  }

  NDManager newManager() {
    return session.newManager();
  }

  PastLayout past() {
    return layout.past();
  }

  /** Rows that fit into one pass behind a prompt of so many tokens. */
  int largestBatch(int promptTokens) {
    return layout.batches() ? layout.past().largestBatch(promptTokens) : 1;
  }

  @Override
  public String toString() {
    return session.toString();
  }

  /** Makes sure that so many tokens fit into the context. */
  void check(int tokens) {
    if (layout.contextTokens() > 0 && tokens > layout.contextTokens()) {
      throw new ScoringException(
          String.format(
              Locale.ROOT,
              "The prompt has %,d tokens, but model '%s' takes %,d; use a model with a longer"
                  + " context",
              tokens,
              session,
              layout.contextTokens()));
    }
  }

  /**
   * One pass.
   *
   * @param logits [batch, tokens, vocabulary]
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Pass(float[] logits, int tokens, int vocabulary, NDList present) {

    int start(int row, int token) {
      return (row * tokens + token) * vocabulary;
    }

    float[] row(int row, int token) {
      int start = start(row, token);
      return Arrays.copyOfRange(logits, start, start + vocabulary);
    }
  }

  /**
   * Runs the graph.
   *
   * @param owner gets the present keys and values
   * @param scratch gets everything else
   * @param ids {@code batch} rows of equal length
   * @param mask {@code batch} rows over past and new tokens
   * @param keep rows of logits wanted at the end, 0 for all; a graph may give more
   */
  Pass run(
      NDManager owner,
      NDManager scratch,
      int[] ids,
      int[] mask,
      int batch,
      int pastTokens,
      NDList past,
      int keep) {
    int tokens = ids.length / batch;
    Shape shape = new Shape(batch, tokens);
    NDList inputs = new NDList(Tensors.int64(owner, "input_ids", ids, shape));
    if (layout.attentionMask()) {
      inputs.add(
          Tensors.int64(
              scratch, "attention_mask", mask, new Shape(batch, (long) pastTokens + tokens)));
    }
    if (layout.positionIds()) {
      int[] positions = IntStream.range(0, ids.length).map(i -> pastTokens + i % tokens).toArray();
      inputs.add(Tensors.int64(scratch, "position_ids", positions, shape));
    }
    if (layout.cacheBranch()) {
      boolean[] branch = {pastTokens > 0};
      inputs.add(Tensors.named("use_cache_branch", scratch.create(branch)));
    }
    if (layout.logitsToKeep()) {
      inputs.add(
          Tensors.named("num_logits_to_keep", scratch.create(new long[] {keep}, new Shape())));
    }
    inputs.addAll(past);
    NDList results = session.run(inputs);
    try (NDArray logits = results.get("logits")) {
      Shape given = logits.getShape();
      return new Pass(
          floats(logits),
          Math.toIntExact(given.get(1)),
          Math.toIntExact(given.get(2)),
          layout.past().present(results));
    }
  }

  private static float[] floats(NDArray array) {
    if (array.getDataType() == DataType.FLOAT16) {
      return Float16Utils.fromByteBuffer(array.toByteBuffer());
    }
    return array.toFloatArray();
  }

  /** One pass over sequences of unequal length, padded at the end. */
  Pass run(NDManager scratch, List<int[]> rows, int pastTokens, NDList past) {
    int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    int total = pastTokens + width;
    check(total);
    int[] ids = new int[rows.size() * width];
    int[] mask = new int[rows.size() * total];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, ids, i * width, rows.get(i).length);
      Arrays.fill(mask, i * total, i * total + pastTokens + rows.get(i).length, 1);
    }
    return run(scratch, scratch, ids, mask, rows.size(), pastTokens, past, 0);
  }

  @Override
  public void close() {
    session.close();
  }
}
