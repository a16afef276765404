package io.souschef.training.language.model.batch;

import io.souschef.models.language.token.PromptTokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/** The tokens that skills are made of: the only ones that the output head ever says. */
public final class OutputTokens {

  private final long[] ids;
  private final Map<Integer, Integer> index = new HashMap<>();

  public OutputTokens(SortedSet<Integer> tokens) {
    this.ids = tokens.stream().mapToLong(Integer::longValue).toArray();
    for (int i = 0; i < ids.length; i++) {
      index.put((int) ids[i], i);
    }
  }

  /** Token ids in ascending order. */
  public long[] ids() {
    return Arrays.copyOf(ids, ids.length);
  }

  /** Whether all that a sequence is to predict can be said. */
  public boolean covers(PromptTokens sequence) {
    return sequence.skills().stream()
        .flatMapToInt(span -> Arrays.stream(sequence.ids(), span.from(), span.to()))
        .allMatch(index::containsKey);
  }

  public int indexOf(int token) {
    Integer i = index.get(token);
    if (i == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Token %d is no output token; gather them from the whole lexicon",
              token));
    }
    return i;
  }

  public int token(int i) {
    return (int) ids[i];
  }
}
