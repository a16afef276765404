package io.souschef.models.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.souschef.models.language.token.PromptTokens;
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
public final class KeyValueCache implements AutoCloseable {

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
  public record Entry(
      PromptTokens prompt, NDList past, int[] outputs, float[] next, NDManager owner) {

    public int length() {
      return prompt.ids().length;
    }

    /** Number of leading tokens whose keys and values hold for the prompt as well. */
    private int shared(PromptTokens asked) {
      int same = Arrays.mismatch(prompt.ids(), asked.ids());
      // The last token is run in any case: its logits are wanted.
      int shared = Math.min(same < 0 ? length() : same, asked.ids().length - 1);
      return prompt.prefixLength() == asked.prefixLength() && shared >= asked.prefixLength()
          ? shared
          : 0;
    }
  }

  /**
   * The first tokens of a prompt that was read.
   *
   * @param entry the prompt
   * @param length number of tokens, at least 1
   */
  public record Beginning(Entry entry, int length) {

    /** Its keys and values: those of the entry itself, or a copy of their first part. */
    public NDList past(NDManager manager, PastLayout layout) {
      return length == entry.length() ? entry.past() : layout.first(manager, entry.past(), length);
    }
  }

  /** The entry of this very prompt, if its logits for these tokens are known. */
  public Optional<Entry> answer(PromptTokens prompt, int[] outputs) {
    Optional<Entry> found =
        entries.stream()
            .filter(entry -> Arrays.equals(entry.prompt().ids(), prompt.ids()))
            .filter(entry -> entry.prompt().prefixLength() == prompt.prefixLength())
            .filter(entry -> Arrays.equals(entry.outputs(), outputs))
            .findFirst();
    found.ifPresent(this::touch);
    return found;
  }

  /** The longest beginning of the prompt to go on from; never all of it. */
  public Optional<Beginning> longestBeginning(PromptTokens prompt) {
    Optional<Beginning> found =
        entries.stream()
            .map(entry -> new Beginning(entry, entry.shared(prompt)))
            .filter(beginning -> beginning.length() > 0)
            .max(
                Comparator.comparingInt(Beginning::length)
                    .thenComparing(beginning -> beginning.length() == beginning.entry().length()));
    found.ifPresent(beginning -> touch(beginning.entry()));
    return found;
  }

  private void touch(Entry entry) {
    entries.remove(entry);
    entries.addLast(entry);
  }

  public void add(Entry entry) {
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
