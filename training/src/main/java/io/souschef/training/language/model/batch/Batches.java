package io.souschef.training.language.model.batch;

import io.souschef.models.language.token.PromptTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Groups sequences of like length, so that little is padded. */
public final class Batches {

  private Batches() {}

  /**
   * Batches of at most {@code tokens} tokens with their padding, in random order.
   *
   * @param tokens a longer sequence makes a batch of its own
   */
  public static List<List<PromptTokens>> of(
      List<PromptTokens> sequences, int tokens, RandomGenerator random) {
    List<PromptTokens> sorted =
        sequences.stream().sorted(Comparator.comparingInt(s -> s.ids().length)).toList();
    List<List<PromptTokens>> batches = new ArrayList<>();
    List<PromptTokens> batch = new ArrayList<>();
    for (PromptTokens sequence : sorted) {
      if (!batch.isEmpty() && (batch.size() + 1) * sequence.ids().length > tokens) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(sequence);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    for (int i = batches.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      List<PromptTokens> swapped = batches.get(i);
      batches.set(i, batches.get(j));
      batches.set(j, swapped);
    }
    return batches;
  }
}
