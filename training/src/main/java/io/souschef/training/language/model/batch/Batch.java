package io.souschef.training.language.model.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.souschef.models.language.token.PromptTokens;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Sequences padded to one length, as the network takes them.
 *
 * @param inputs token ids [B, T], mask [B, 1, T, T], indices of the tokens to predict from [N],
 *     output vocabulary [V']
 * @param targets indices into the output vocabulary, int64 [N, 1]
 */
public record Batch(NDList inputs, NDArray targets) {

  private static final float HIDDEN = -1e4f;

  /**
   * Lays sequences out for predicting every token of their skills: those of the steps, not the
   * notes and not the prefix.
   */
  public static Batch of(NDManager manager, List<PromptTokens> sequences, OutputTokens output) {
    int batch = sequences.size();
    int length = sequences.stream().mapToInt(s -> s.ids().length - 1).max().orElseThrow();
    long[] ids = new long[batch * length];
    float[] mask = new float[batch * length * length];
    LongStream.Builder rows = LongStream.builder();
    LongStream.Builder targets = LongStream.builder();
    for (int b = 0; b < batch; b++) {
      PromptTokens tokens = sequences.get(b);
      for (int t = 0; t < Math.min(length, tokens.ids().length - 1); t++) {
        ids[b * length + t] = tokens.ids()[t];
      }
      fillMask(mask, b * length * length, length, tokens.prefixLength());
      for (PromptTokens.Span skill : tokens.skills()) {
        for (int t = skill.from(); t < skill.to(); t++) {
          rows.add((long) b * length + t - 1);
          targets.add(output.indexOf(tokens.ids()[t]));
        }
      }
    }
    long[] target = targets.build().toArray();
    return new Batch(
        new NDList(
            manager.create(ids, new Shape(batch, length)),
            manager.create(mask, new Shape(batch, 1, length, length)),
            manager.create(rows.build().toArray()),
            manager.create(output.ids())),
        manager.create(target, new Shape(target.length, 1)));
  }

  /** The prefix sees itself in both directions; every later token what stands before it. */
  private static void fillMask(float[] mask, int offset, int length, int prefix) {
    for (int t = 0; t < length; t++) {
      int sees = t < prefix ? prefix : t + 1;
      for (int u = sees; u < length; u++) {
        mask[offset + t * length + u] = HIDDEN;
      }
    }
  }
}
