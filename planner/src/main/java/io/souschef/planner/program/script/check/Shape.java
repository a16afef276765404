package io.souschef.planner.program.script.check;

import io.souschef.planner.program.script.library.Kind;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a value before it is there.
 *
 * @param kind what sort of value
 * @param element of a list: what sort its elements are
 * @param words of a text: all that it can be; empty when that is not known
 */
record Shape(Kind kind, Kind element, Set<String> words) {

  private static final int MOST_WORDS = 50;

  Shape {
    words = Set.copyOf(words);
  }

  static Shape of(Kind kind) {
    return new Shape(kind, Kind.ANY, Set.of());
  }

  static Shape text(Collection<String> words) {
    return new Shape(Kind.TEXT, Kind.ANY, new TreeSet<>(words));
  }

  static Shape listOf(Shape element) {
    return new Shape(Kind.LIST, element.kind(), element.words());
  }

  boolean is(Kind other) {
    return kind == other || kind == Kind.ANY;
  }

  /** One of these two. */
  Shape or(Shape other) {
    Set<String> both = new TreeSet<>(words);
    both.addAll(other.words());
    boolean areKnown = !words.isEmpty() && !other.words().isEmpty() && both.size() <= MOST_WORDS;
    return new Shape(
        kind == other.kind() ? kind : Kind.ANY,
        element == other.element() ? element : Kind.ANY,
        areKnown ? both : Set.of());
  }

  /** An element of this list. */
  Shape each() {
    return new Shape(element, Kind.ANY, words);
  }
}
