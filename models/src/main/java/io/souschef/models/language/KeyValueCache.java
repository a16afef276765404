package io.souschef.models.language;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/**
 * Keys and values of prompts that have been read, kept across the steps of an episode and across
 * episodes that begin alike. The least recently used go first.
 *
 * <p>A bidirectional prefix can only be reused whole: its keys and values depend on all of it.
 * After it, and in a causal model, any beginning can.
 */
final class KeyValueCache implements AutoCloseable {

  private static final int MOST_ENTRIES = 12;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /**
   * What is kept of a prompt.
   *
   * @param prompt the tokens
   * @param past keys and values [1, heads, tokens, width], named as inputs of the graph
   * @param outputs tokens that {@code next} is about
   * @param next logits after the last token
   * @param owner closes the arrays
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(PromptTokens prompt, NDList past, int[] outputs, float[] next, NDManager owner) {

    int length() {
      return prompt.ids().length;
    }

    /** Whether the logits after this very prompt and for these tokens are known. */
    boolean answers(PromptTokens asked, int[] tokens) {
      return length() == asked.ids().length && Arrays.equals(outputs, tokens);
    }

    private boolean begins(PromptTokens asked) {
      return prompt.prefixLength() == asked.prefixLength()
          && Arrays.equals(
              prompt.ids(), 0, length(), asked.ids(), 0, Math.min(length(), asked.ids().length));
    }
  }

  /**
   * The longest entry to go on from: a beginning of the prompt, and not all of it unless its logits
   * are those asked for.
   */
  Optional<Entry> longest(PromptTokens prompt, int[] outputs) {
    Optional<Entry> found =
        entries.stream()
            .filter(entry -> entry.begins(prompt))
            .filter(entry -> entry.length() < prompt.ids().length || entry.answers(prompt, outputs))
            .max(Comparator.comparingInt(Entry::length));
    found.ifPresent(
        entry -> {
          entries.remove(entry);
          entries.addLast(entry);
        });
    return found;
  }

  void add(Entry entry) {
    entries.addLast(entry);
    if (entries.size() > MOST_ENTRIES) {
      entries.removeFirst().owner().close();
    }
  }

  /** Closes every entry; the cache stays usable. */
  @Override
  public void close() {
    entries.forEach(entry -> entry.owner().close());
    entries.clear();
  }
}
