package io.souschef.sim.kitchen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of objects of a kitchen.
 *
 * @param kinds in the order of the file, nouns unique
 */
public record ObjectCatalog(List<ObjectKind> kinds) {

  public ObjectCatalog {
    kinds = List.copyOf(kinds);
  }

  public Optional<ObjectKind> kind(String noun) {
    return kinds.stream().filter(kind -> kind.noun().equals(noun)).findFirst();
  }

  /** The kinds that a noun, category or attribute describes. */
  public Stream<ObjectKind> matching(String word) {
    return kinds.stream().filter(kind -> kind.is(word));
  }
}
