package io.souschef.training.language.model;

import java.util.Arrays;
import java.util.HashMap;
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

  int indexOf(int token) {
    Integer i = index.get(token);
    if (i == null) {
      throw new IllegalArgumentException(
          "Token %d is no output token; gather them from the whole lexicon".formatted(token));
    }
    return i;
  }

  int token(int i) {
    return (int) ids[i];
  }
}
