package io.souschef.planner.belief;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries that are called something.
 *
 * @param entries in the order in which they are found
 * @param namesOf every name of an entry
 */
record Called<E>(List<E> entries, Function<E, Stream<String>> namesOf) {

  /** Entries that a name may mean: the nearest sense that any has. */
  List<E> by(String name) {
    return Spelling.key(name).isEmpty()
        ? List.of()
        : first(exactly(name), () -> endingWith(name), () -> otherwise(name), () -> alike(name));
  }

  /** Entries of a name that differs by a slip of the fingers or two. */
  List<E> slipped(String name) {
    String wanted = Spelling.key(name);
    int most = wanted.length() < 4 ? 0 : wanted.length() < 7 ? 1 : 2;
    return those(other -> Spelling.distance(Spelling.key(other), wanted) <= most);
  }

  private List<E> exactly(String name) {
    String wanted = Spelling.key(name);
    return those(other -> Spelling.key(other).equals(wanted));
  }

  /** "Chips" are rice chips. */
  private List<E> endingWith(String name) {
    String phrase = Spelling.spaced(name);
    return those(other -> Spelling.spaced(other).endsWith(phrase));
  }

  /** Another name for the same: a couch is a sofa. */
  private List<E> otherwise(String name) {
    Set<String> others =
        CommonWords.standard().others(name).stream().map(Spelling::key).collect(Collectors.toSet());
    return those(other -> others.contains(Spelling.key(other)));
  }

  /**
   * "My good mug" is a mug, since what a compound is its last word says; then names that begin
   * alike.
   */
  private List<E> alike(String name) {
    String phrase = Spelling.spaced(name);
    return first(
        those(other -> phrase.endsWith(Spelling.spaced(other))),
        () ->
            those(
                other ->
                    Spelling.spaced(other).startsWith(phrase)
                        || phrase.startsWith(Spelling.spaced(other))));
  }

  private List<E> those(Predicate<String> fits) {
    return entries.stream().filter(entry -> namesOf.apply(entry).anyMatch(fits)).toList();
  }

  /** The first that are any. */
  @SafeVarargs
  static <T> List<T> first(List<T> found, Supplier<List<T>>... otherwise) {
    List<T> result = found;
    for (Supplier<List<T>> next : otherwise) {
      if (result.isEmpty()) {
        result = next.get();
      }
    }
    return result;
  }
}
