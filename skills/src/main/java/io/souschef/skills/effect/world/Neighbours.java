package io.souschef.skills.effect.world;

import java.util.Set;

/** Which things are beside one another. Immutable. */
record Neighbours(Set<Pair> pairs) {

  static final Neighbours NONE = new Neighbours(Set.of());

  private record Pair(String thing, String other) {

    boolean isAbout(String id) {
      return thing.equals(id) || other.equals(id);
    }
  }

  boolean contains(String one, String other) {
    return pairs.contains(new Pair(one, other)) || pairs.contains(new Pair(other, one));
  }

  Neighbours with(String one, String other) {
    return new Neighbours(Sets.with(pairs, new Pair(one, other)));
  }

  /** Without all that is said of a thing, because it was moved. */
  Neighbours without(String id) {
    Set<Pair> left = pairs;
    for (Pair pair : pairs) {
      left = pair.isAbout(id) ? Sets.without(left, pair) : left;
    }
    return left.equals(pairs) ? this : new Neighbours(left);
  }
}
