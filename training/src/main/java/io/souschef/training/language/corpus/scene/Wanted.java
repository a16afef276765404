package io.souschef.training.language.corpus.scene;

import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.List;
import java.util.Optional;

/**
 * What would satisfy a wish for an object.
 *
 * @param nouns every kind that would do; one when the speaker names it
 * @param at the place where it is said to be
 */
public record Wanted(List<Noun> nouns, Optional<Spot> at) {

  public Wanted {
    nouns = List.copyOf(nouns);
  }

  public boolean admits(Thing thing) {
    return nouns.contains(thing.noun) && (at.isEmpty() || at.get().equals(thing.place));
  }
}
