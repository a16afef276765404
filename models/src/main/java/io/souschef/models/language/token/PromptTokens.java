package io.souschef.models.language.token;

import java.util.List;
import java.util.Locale;

/**
 * A prompt, or a whole episode, as token ids.
 *
 * @param ids token ids
 * @param prefixLength number of leading tokens that see each other in both directions; every later
 *     token sees the prefix and what stands before it
 * @param skills where the steps' words stand, terminator included: what a model is trained to say.
 *     Notes lie outside
 */
@SuppressWarnings("ArrayRecordComponent") // token ids are never compared, and a model wants arrays
public record PromptTokens(int[] ids, int prefixLength, List<Span> skills) {

  public PromptTokens {
    skills = List.copyOf(skills);
    if (prefixLength < 0 || prefixLength > ids.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A prefix of %d tokens does not fit %d tokens",
              prefixLength,
              ids.length));
    }
  }

  /**
   * A run of tokens.
   *
   * @param from index of the first
   * @param to index after the last
   */
  public record Span(int from, int to) {}
}
