package io.souschef.sim.kitchen.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that every word names one thing alone. */
final class Aliases {

  private final Map<String, String> owners = new HashMap<>();

  /** A word that something is called by first of all. */
  void name(String word) {
    owners.put(word, word);
  }

  /** Other words for something; says which of them already means something else. */
  Optional<String> clash(String name, List<String> aliases) {
    for (String alias : aliases) {
      String owner = owners.putIfAbsent(alias, name);
      if (owner != null && !owner.equals(name)) {
        return Optional.of(
            "the alias '%s' of %s also means %s; take it out, for what fits several is no alias"
                .formatted(alias, name, owner));
      }
    }
    return Optional.empty();
  }
}
