package io.souschef.skills.world;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words about a kind or a place, in an order that is the same in every run. */
final class Words {

  private Words() {}

  /** In alphabetical order; none where a record of before has none. */
  static Set<String> attributes(@Nullable Set<String> words) {
    return words == null || words.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(new TreeSet<>(words));
  }

  /** The same, with those of a place's kind. */
  static Set<String> attributes(Place.Kind kind, @Nullable Set<String> words) {
    Set<String> all = new TreeSet<>(kind.attributes());
    if (words != null) {
      all.addAll(words);
    }
    return Collections.unmodifiableSet(all);
  }

  /** As given; none where a record of before has none. */
  static List<String> aliases(@Nullable List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
