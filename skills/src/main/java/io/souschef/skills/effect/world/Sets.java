package io.souschef.skills.effect.world;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small sets that never change: another is made where one would. */
final class Sets {

  private Sets() {}

  static <T> Set<T> with(Set<T> set, T more) {
    if (set.contains(more)) {
      return set;
    }
    return Stream.concat(set.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  static <T> Set<T> without(Set<T> set, T less) {
    if (!set.contains(less)) {
      return set;
    }
    return set.stream().filter(e -> !e.equals(less)).collect(Collectors.toUnmodifiableSet());
  }
}
