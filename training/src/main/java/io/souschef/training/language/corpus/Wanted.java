package io.souschef.training.language.corpus;

import io.souschef.training.language.text.Noun;
import io.souschef.training.language.text.Spot;
import java.util.List;
import java.util.Optional;

/**
 * What would satisfy a wish for an object.
 *
 * @param nouns every kind that would do; one when the speaker names it
 * @param at the place where it is said to be
 */
record Wanted(List<Noun> nouns, Optional<Spot> at) {

  Wanted {
    nouns = List.copyOf(nouns);
  }

  boolean admits(Thing thing) {
    return nouns.contains(thing.noun) && (at.isEmpty() || at.get().equals(thing.place));
  }
}
